package io.tidewatch.demo.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Reads from the REST interface with an API key. */
final class Rest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI api;
    private final String apiKey;

    Rest(URI api, String apiKey) {
        this.api = api;
        this.apiKey = apiKey;
    }

    /** The answer to a GET below {@code /api/v1/}; fails unless it is 200. */
    JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/api/v1/" + path))
                .header("Authorization", "Bearer " + apiKey)
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
