package io.tidewatch.identity;

import static io.tidewatch.test.TestOrganization.withToken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestStack;
import io.tidewatch.test.Tokens;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person sees her own sessions and ends them. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class SessionResourceTest {

    private final String subject = UUID.randomUUID().toString();
    private final Instant now = Instant.now();

    @Test
    void sessionsAreListedWithWhatTheBrowserSays() {
        String first = session("first");
        String second = session("second");
        withToken(first)
                .header("User-Agent", "Program/1")
                .get("/me/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].current", equalTo(true))
                .body("items[0].browser", equalTo("Program/1"))
                .body("items[0].signedInAt", startsWith(now.toString().substring(0, 10)));

        withToken(second)
                .body(Map.of("browser", "Browser/2", "address", "192.0.2.7"))
                .put("/me/sessions/current")
                .then()
                .statusCode(204);

        withToken(first)
                .get("/me/sessions")
                .then()
                .body("items", hasSize(2))
                .body("items.find { !it.current }.browser", equalTo("Browser/2"))
                .body("items.find { !it.current }.address", equalTo("192.0.2.7"))
                .body("items[0].keySet()", not(hasItem("sid")));
    }

    @Test
    void anEndedSessionIsRefusedAndGoneFromTheList() {
        String mine = session("mine");
        String other = session("other");
        withToken(mine).get("/me/sessions").then().statusCode(200);
        withToken(other).get("/me/sessions").then().statusCode(200);
        String id = withToken(mine).get("/me/sessions").then().extract().path("items.find { !it.current }.id");

        withToken(mine).delete("/me/sessions/" + id).then().statusCode(204);

        withToken(other).get("/me").then().statusCode(401).body("code", equalTo("session-ended"));
        withToken(mine).get("/me/sessions").then().body("items.current", contains(true));
        withToken(mine).delete("/me/sessions/" + id).then().statusCode(404).body("code", equalTo("session-not-found"));
    }

    @Test
    void allOtherSessionsEndAtOnce() {
        String mine = session("mine");
        String second = session("second");
        String third = session("third");
        for (String token : new String[] {mine, second, third}) {
            withToken(token).get("/me").then().statusCode(200);
        }

        withToken(mine).delete("/me/sessions").then().statusCode(204);

        withToken(mine).get("/me").then().statusCode(200);
        withToken(second).get("/me").then().statusCode(401);
        withToken(third).get("/me").then().statusCode(401);
    }

    @Test
    void whoSignsInAnewComesBackWithTheSameSessionId() {
        String ended = token("sso", now.minusSeconds(100));
        withToken(ended).delete("/me/sessions/current").then().statusCode(204);

        withToken(ended).get("/me").then().statusCode(401);
        withToken(token("sso", now.minusSeconds(100))).get("/me").then().statusCode(401);
        withToken(token("sso", now.plusSeconds(20))).get("/me").then().statusCode(200);
    }

    @Test
    void somebodyElsesSessionIsNotThere() {
        String mine = session("mine");
        String id = withToken(mine).get("/me/sessions").then().extract().path("items[0].id");

        withToken(Tokens.of(Person.ORGANIZATION_ADMIN))
                .delete("/me/sessions/" + id)
                .then()
                .statusCode(404);
        withToken(mine).get("/me").then().statusCode(200);
    }

    private String session(String name) {
        return token(name, now.minusSeconds(30));
    }

    private String token(String name, Instant signedInAt) {
        return Tokens.sign(Tokens.claims(subject, Set.of())
                .claim("sid", name + "-" + subject)
                .claim("auth_time", signedInAt.getEpochSecond()));
    }
}
