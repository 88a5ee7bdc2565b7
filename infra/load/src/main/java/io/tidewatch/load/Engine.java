package io.tidewatch.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The engine, asked directly. */
public final class Engine {

    private final URI url;

    Engine(URI url) {
        this.url = url;
    }

    /** Runs a statement and returns the lines of its answer; columns are separated by tabs. */
    public List<String> run(String sql) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/?database=tidewatch&default_format=TSV"))
                .timeout(Duration.ofMinutes(10))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The engine refuses \"" + sql + "\": " + response.body());
            }
            return response.body().lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes the answer of a statement to a file. */
    public void download(String sql, Path file) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/?database=tidewatch"))
                .timeout(Duration.ofMinutes(10))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Path> response = http.send(request, HttpResponse.BodyHandlers.ofFile(file));
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The engine refuses \"" + sql + "\"");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The only number of an answer. */
    public double number(String sql) {
        return Double.parseDouble(run(sql).getFirst());
    }
}
