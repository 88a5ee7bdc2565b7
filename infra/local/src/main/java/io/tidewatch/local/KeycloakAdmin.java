package io.tidewatch.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.local.accounts.RealmImport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The few calls to Keycloak's token and admin interfaces that a local stack needs. */
final class KeycloakAdmin {

    private static final int ALREADY_THERE = 409;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI url;
    private final String realm;
    private final String token;

    KeycloakAdmin(URI url, String realm, String username, String password) {
        this.url = url;
        this.realm = realm;
        this.token = passwordGrant(url, "master", "admin-cli", username, password);
    }

    /** Brings the web application's client up to date; adds groups and users that are not there, and leaves the rest. */
    void update(RealmImport realm) {
        for (Object group : realm.groups()) {
            send(request("/groups").POST(body(group)).build(), 201, ALREADY_THERE);
        }
        for (Object user : realm.users()) {
            send(request("/users").POST(body(user)).build(), 201, ALREADY_THERE);
        }
        String id = parse(send(
                        request("/clients?clientId=" + RealmImport.FRONTEND)
                                .GET()
                                .build(),
                        200))
                .required(0)
                .required("id")
                .asText();
        send(request("/clients/" + id).PUT(body(realm.frontendClient())).build(), 204);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve("/admin/realms/" + realm + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    static String passwordGrant(URI url, String realm, String client, String username, String password) {
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", username,
                "password", password,
                "scope", "openid");
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return parse(send(request, 200)).required("access_token").asText();
    }

    private static String send(HttpRequest request, Integer... expected) {
        URI url = request.uri();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (!List.of(expected).contains(response.statusCode())) {
                throw new LocalStackException(
                        "Keycloak refuses " + url.getPath() + " (" + response.statusCode() + "): " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new LocalStackException("Keycloak does not answer on " + url + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while asking Keycloak", e);
        }
    }

    private static JsonNode parse(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new LocalStackException("Keycloak's answer is not understood: " + answer, e);
        }
    }

    private static HttpRequest.BodyPublisher body(Object value) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
