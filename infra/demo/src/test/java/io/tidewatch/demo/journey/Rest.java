package io.tidewatch.demo.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Reads from and writes to the REST interface with an API key, or with the token of a person. */
final class Rest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI api;
    private final String bearer;
    private final String organization;

    Rest(URI api, String apiKey) {
        this(api, apiKey, "");
    }

    /** As a person in one of her organizations. */
    Rest(URI api, String bearer, String organization) {
        this.api = api;
        this.bearer = bearer;
        this.organization = organization;
    }

    /** The answer to a GET below {@code /api/v1/}; fails unless it is 200. */
    JsonNode get(String path) {
        HttpResponse<String> response = send(request(path));
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return parse(response);
    }

    /** The status of a GET. */
    int status(String path) {
        return send(request(path)).statusCode();
    }

    /** The text of a GET that is answered with this media type. */
    String text(String path, String mediaType) {
        HttpResponse<String> response = send(request(path).setHeader("Accept", mediaType));
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** The answer to a POST; fails unless it is one of success. */
    JsonNode post(String path, Object body) {
        HttpResponse<String> response = send(posting(path, body));
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return parse(response);
    }

    /** The answer to a POST, whatever came of it. */
    HttpResponse<String> tryPost(String path, Object body) {
        return send(posting(path, body));
    }

    /** The status of a DELETE. */
    int delete(String path) {
        return send(request(path).DELETE()).statusCode();
    }

    private HttpRequest.Builder posting(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                // What was sent can be read afterwards.
                .header("Prefer", "wait=60")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + "/api/v1/" + path)).header("Authorization", "Bearer " + bearer);
        return organization.isEmpty() ? request : request.header("Tidewatch-Organization", organization);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
