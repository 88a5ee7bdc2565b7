package io.tidewatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.local.accounts.Accounts;
import io.tidewatch.local.accounts.Accounts.User;
import io.tidewatch.local.accounts.RealmImport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeycloakTest {

    @TempDir
    Path folder;

    @Test
    void peopleGetTokensAndALaterStartTakesNewPeopleIn() throws Exception {
        try (LocalKeycloak keycloak = LocalKeycloak.start(folder, realm(8080, user("ada", "delays-editors")))) {
            JsonNode claims = claims(keycloak.accessToken("ada", "demo"));
            assertThat(claims.path("iss").asText()).isEqualTo(keycloak.issuer().toString());
            assertThat(claims.path("aud").toString()).contains("tidewatch-backend");
            assertThat(claims.path("groups").toString()).isEqualTo("[\"delays-editors\"]");
            assertThat(claims.path("email").asText()).isEqualTo("ada@example.com");
            assertThatThrownBy(() -> keycloak.accessToken("ada", "wrong"))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("Invalid user credentials");
        }

        RealmImport grown = realm(9090, user("ada", "delays-editors"), user("bob", "delays-viewers"));
        try (LocalKeycloak keycloak = LocalKeycloak.start(folder, grown)) {
            assertThat(claims(keycloak.accessToken("bob", "demo"))
                            .path("groups")
                            .toString())
                    .isEqualTo("[\"delays-viewers\"]");
            assertThat(keycloak.accessToken("ada", "demo")).isNotEmpty();
            assertThat(signInStatus(keycloak, "http://localhost:9090/oidc/callback"))
                    .isEqualTo(200);
            assertThat(signInStatus(keycloak, "http://localhost:8080/oidc/callback"))
                    .isEqualTo(400);
        }
    }

    private static RealmImport realm(int uiPort, User... users) {
        URI ui = URI.create("http://127.0.0.1:" + uiPort);
        return RealmImport.from(new Accounts(List.of(), List.of(users)), ui, "secret");
    }

    private static User user(String name, String group) {
        return new User(name, "demo", name, "Example", name + "@example.com", List.of(group));
    }

    /** What Keycloak answers to a browser that comes from this address: its sign-in page, or a refusal. */
    private static int signInStatus(LocalKeycloak keycloak, String callback) throws Exception {
        URI address = URI.create(keycloak.issuer() + "/protocol/openid-connect/auth?client_id=tidewatch-frontend"
                + "&response_type=code&scope=openid&code_challenge_method=S256&code_challenge=" + "a".repeat(43)
                + "&redirect_uri=" + callback);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
