package io.tidewatch.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewatch.demo.bench.SentIds.Sighting;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/** Reads all stored predictions of a model, day by day and page by page, and compares their ids with those sent. */
final class ReadBack implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 1000;
    private static final Duration DAY = Duration.ofDays(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI api;
    private final String apiKey;
    private final String model;
    private final SentIds ids;
    private long rows;
    private long again;
    private long unknown;
    private long withoutTruth;

    ReadBack(URI api, String apiKey, String model, SentIds ids) {
        this.api = api;
        this.apiKey = apiKey;
        this.model = model;
        this.ids = ids;
    }

    /** Reads {@code [from, to)}. */
    void read(Instant from, Instant to, LongConsumer progress) throws IOException, InterruptedException {
        for (Instant day = from; day.isBefore(to); day = day.plus(DAY)) {
            String window =
                    "/api/v1/models/" + model + "/predictions?limit=" + PAGE + "&from=" + day + "&to=" + day.plus(DAY);
            String cursor = "";
            do {
                JsonNode page = get(window + cursor);
                page.path("items").forEach(this::sight);
                cursor = page.hasNonNull("nextCursor")
                        ? "&cursor=" + URLEncoder.encode(page.get("nextCursor").asText(), StandardCharsets.UTF_8)
                        : "";
            } while (!cursor.isEmpty());
            progress.accept(rows);
        }
    }

    private void sight(JsonNode prediction) {
        rows++;
        Sighting sighting = ids.sight(prediction.path("predictionId").asText());
        if (sighting == Sighting.AGAIN) {
            again++;
        } else if (sighting == Sighting.UNKNOWN) {
            unknown++;
        }
        if (!prediction.hasNonNull("groundTruth")) {
            withoutTruth++;
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + apiKey)
                .GET()
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("Reading predictions: " + response.statusCode() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }

    /** How many predictions were read. */
    long rows() {
        return rows;
    }

    /** How many were read more than once. */
    long again() {
        return again;
    }

    /** How many were never sent. */
    long unknown() {
        return unknown;
    }

    /** How many came without the ground truth that was sent for each. */
    long withoutTruth() {
        return withoutTruth;
    }

    @Override
    public void close() {
        client.close();
    }
}
