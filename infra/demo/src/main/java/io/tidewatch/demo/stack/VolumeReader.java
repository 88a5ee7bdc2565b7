package io.tidewatch.demo.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Asks how many predictions of a model can be analysed already: accepted events become visible a moment later. */
public final class VolumeReader implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI api;

    public VolumeReader(URI api) {
        this.api = api;
    }

    /**
     * Waits until a window holds at least that many predictions.
     *
     * @throws IOException if it does not within the patience, or the backend refuses to tell
     */
    public void await(String apiKey, String model, Instant from, Instant to, long atLeast, Duration patience)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        long seen = total(apiKey, model, from, to);
        while (seen < atLeast) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Of %,d predictions sent for %s only %,d can be read after %d s"
                        .formatted(atLeast, model, seen, patience.toSeconds()));
            }
            Thread.sleep(PAUSE);
            seen = total(apiKey, model, from, to);
        }
    }

    private long total(String apiKey, String model, Instant from, Instant to) throws IOException, InterruptedException {
        URI uri = URI.create(api + "/api/v1/models/" + model + "/volume?interval=P1D&from=" + from + "&to=" + to);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + apiKey)
                .GET()
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Volume of " + model + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body()).path("total").asLong();
    }

    @Override
    public void close() {
        client.close();
    }
}
