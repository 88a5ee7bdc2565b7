package io.tidewatch.identity;

import static io.tidewatch.test.TestOrganization.withToken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.TestStack;
import io.tidewatch.test.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person's preferences follow her, and nobody else. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class PreferenceResourceTest {

    private final String token = Tokens.signed(UUID.randomUUID().toString(), Set.of());

    @Test
    void whoHasChangedNothingHasTheDefaults() {
        get(token)
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("timeZone", nullValue())
                .body("theme", equalTo("system"))
                .body("notificationAddresses", empty());
    }

    @Test
    void whatIsSavedIsThereForTheNextTokenAndForNobodyElse() {
        put("\"0\"", preferences("Europe/Oslo", "dark", List.of("ada@example.com", "on-call@example.com")))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));

        get(token)
                .body("timeZone", equalTo("Europe/Oslo"))
                .body("theme", equalTo("dark"))
                .body("notificationAddresses.address", contains("ada@example.com", "on-call@example.com"))
                .body("notificationAddresses.verified", contains(false, false));
        get(Tokens.signed(UUID.randomUUID().toString(), Set.of())).body("theme", equalTo("system"));

        put("\"1\"", preferences(null, "light", List.of())).statusCode(200);
        get(token).body("timeZone", nullValue()).body("theme", equalTo("light"));
    }

    @Test
    void aChangeBasedOnAnOlderStateIsRefused() {
        put("\"0\"", preferences(null, "dark", List.of())).statusCode(200);

        put("\"0\"", preferences(null, "light", List.of())).statusCode(412);
        put(null, preferences(null, "light", List.of())).statusCode(428);
        get(token).body("theme", equalTo("dark"));
    }

    @Test
    void whatCannotBeKeptIsNamed() {
        invalid(preferences("Mars/Olympus", "dark", List.of()), "timeZone");
        invalid(preferences("", "dark", List.of()), "timeZone");
        invalid(preferences(null, "sepia", List.of()), "theme");
        invalid(Map.of(), "theme");
        invalid(preferences(null, "dark", List.of("ada@example.com", "no address")), "notificationAddresses[1]");
        invalid(preferences(null, "dark", List.of("a@example.com", "A@example.com")), "notificationAddresses[1]");
        List<String> many = IntStream.range(0, 11)
                .mapToObj(number -> number + "@example.com")
                .toList();
        invalid(preferences(null, "dark", many), "notificationAddresses");
    }

    private void invalid(Map<String, Object> body, String field) {
        put("\"0\"", body)
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("violations[0].field", startsWith(field));
    }

    private static Map<String, Object> preferences(@Nullable String zone, String theme, List<String> addresses) {
        Map<String, Object> body = new HashMap<>();
        body.put("timeZone", zone);
        body.put("theme", theme);
        body.put("notificationAddresses", addresses);
        return body;
    }

    private ValidatableResponse put(@Nullable String ifMatch, Map<String, Object> body) {
        var request = withToken(token).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/me/preferences").then();
    }

    private static ValidatableResponse get(String token) {
        return withToken(token).get("/me/preferences").then();
    }
}
