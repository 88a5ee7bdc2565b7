package io.tidewatch.demo.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewatch.local.LocalKeycloak;
import io.tidewatch.local.LocalStack;
import io.tidewatch.local.accounts.Accounts;
import io.tidewatch.local.accounts.Accounts.GroupMapping;
import io.tidewatch.local.accounts.Accounts.Organization;
import io.tidewatch.local.accounts.Accounts.Provider;
import io.tidewatch.local.accounts.Accounts.Team;
import io.tidewatch.local.accounts.Accounts.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The product with two identity providers, which know a user and a group of the same names: {@code editor} in {@code
 * editors} edits models if the first provider says so, and only looks at them if the second does.
 */
final class IdentityStack implements AutoCloseable {

    static final String ORGANIZATION = "demo-shared";
    /** Seconds without a click after which a session ends. */
    static final int IDLE_SECONDS = 60;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocalStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    private IdentityStack() {
        List<User> people = List.of(
                person("editor", "editors"), person("second-editor", "editors"), person("traveller", "editors"));
        stack = LocalStack.builder()
                .accounts(new Accounts(
                        List.of(new Organization(
                                ORGANIZATION,
                                "Demo Shared",
                                false,
                                List.of(new Team("delays", "Delays")),
                                List.of(
                                        new GroupMapping("editors", "delays", "editor", false),
                                        new GroupMapping("editors", "delays", "viewer", false, "partner")),
                                List.of())),
                        people,
                        List.of(new Provider("partner", "Partner account", people))))
                .frontendSetting("TIDEWATCH_SIGN_IN_TITLE", "Our account")
                .frontendSetting("TIDEWATCH_SIGN_IN_IDLE", "PT" + IDLE_SECONDS + "S")
                .start();
    }

    private static User person(String name, String group) {
        return new User(name, "demo", "Demo", name, name + "@example.com", List.of(group));
    }

    /** Address of a page of the web application. */
    String page(String path) {
        return stack.uiUrl() + "/" + path;
    }

    /** A token by password at the first provider: a session beside that of the browser. */
    String token(String username) {
        return stack.keycloak().accessToken(username, "demo");
    }

    /** Status of a GET below {@code /api/v1/} with this token. */
    int status(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(stack.apiUrl() + "/api/v1/" + path))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    /** Ends all sessions of a person, as the administrator of a realm can. */
    void logOut(String realm, String username) {
        String users = "/admin/realms/" + realm + "/users";
        String id = json(send(admin(users + "?exact=true&username=" + username).build()))
                .path(0)
                .path("id")
                .asText();
        send(admin(users + "/" + id + "/logout").POST(BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(stack.keycloak().url().resolve(path))
                .header("Authorization", "Bearer " + adminToken());
    }

    private String adminToken() {
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                LocalKeycloak.ADMIN,
                "password",
                stack.keycloak().adminPassword());
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI address = stack.keycloak().issuer("master");
        return json(send(HttpRequest.newBuilder(URI.create(address + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build()))
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        stack.close();
    }

    /** Starts the stack before the first test that needs it; JUnit closes it after the last. */
    static final class Shared implements BeforeAllCallback, ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(IdentityStack.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            get(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == IdentityStack.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return get(context);
        }

        private static IdentityStack get(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(IdentityStack.class, key -> new IdentityStack(), IdentityStack.class);
        }
    }
}
