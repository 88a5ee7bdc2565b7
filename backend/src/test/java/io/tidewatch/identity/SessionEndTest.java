package io.tidewatch.identity;

import static io.tidewatch.test.TestOrganization.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.tidewatch.identity.decision.LogoutClaims;
import io.tidewatch.test.Database;
import io.tidewatch.test.Keycloak;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestStack;
import io.tidewatch.test.Tokens;
import io.tidewatch.test.Tokens.Grant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A session that the provider ends is refused, with every token that it gave, and nobody else can end one. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class SessionEndTest {

    private static final Duration PROMISED = Duration.ofSeconds(5);

    @Test
    void aSessionThatKeycloakEndsIsRefusedWithinFiveSeconds() {
        Keycloak keycloak = Keycloak.of(Tokens.issuer());
        keycloak.tellLogouts("tidewatch-cli", "http://127.0.0.1:" + RestAssured.port + BackChannel.LOGOUT);
        Grant ended = Tokens.signIn(Person.VIEWER);
        Grant other = Tokens.signIn(Person.VIEWER);
        me(ended.access()).statusCode(200);

        long since = System.nanoTime();
        keycloak.endSession(ended.claim("sid"));

        awaitRefusal(ended.access());
        System.out.printf(
                "REST refuses a token %.2f s after Keycloak was asked to end its session%n",
                (System.nanoTime() - since) / 1e9);
        me(ended.access()).statusCode(401).header("WWW-Authenticate", "Bearer").body("code", equalTo("session-ended"));
        me(other.access()).statusCode(200);
    }

    @Test
    void aSessionThatEndedThroughAnotherBackendIsRefusedToo() throws SQLException {
        String sid = unique();
        String token = Tokens.sign(session(sid, unique()));
        me(token).statusCode(200);

        try (Database database = Database.asSuperuser()) {
            // What another backend writes when it is told.
            database.value("select accepted from end_session('" + Tokens.issuer() + "', 'SESSION', '" + sid
                    + "', null, now(), now() + interval '1 hour')");
        }

        awaitRefusal(token);
    }

    @Test
    void aSessionEndsForTheIssuerThatSaysSo() throws SQLException {
        String sid = unique();
        try (Database database = Database.asSuperuser()) {
            database.value("select accepted from end_session('https://issuer.example', 'SESSION', '" + sid
                    + "', null, now(), now() + interval '1 hour')");
        }

        me(Tokens.sign(session(sid, unique()))).statusCode(200);
    }

    @Test
    void withoutASessionIdEverythingOfThePersonEnds() {
        String subject = unique();
        Instant now = Instant.now();
        String before = Tokens.sign(session(unique(), subject).issuedAt(now.minusSeconds(60)));
        me(before).statusCode(200);

        logout(logoutToken().claim("sub", subject).issuedAt(now.minusSeconds(30)))
                .statusCode(200);

        me(before).statusCode(401).body("code", equalTo("session-ended"));
        me(Tokens.sign(session(unique(), subject))).statusCode(200);
        me(Tokens.sign(session(unique(), unique()))).statusCode(200);
    }

    @Test
    void aLogoutTokenIsObeyedOnce() {
        JwtClaimsBuilder claims = logoutToken().claim("sid", unique());
        String token = Tokens.sign(claims);

        logout(token).statusCode(200);
        refused(token, "used before");
    }

    @Test
    void whatIsNoLogoutTokenOfAProviderEndsNothing() {
        String sid = unique();
        String alive = Tokens.sign(session(sid, unique()));

        refused("nonsense", "not a signed token");
        refused(Tokens.sign(logoutToken().claim("sid", sid).issuer("https://issuer.example")), "no provider");
        refused(Tokens.sign(logoutToken().claim("sid", sid).audience("somebody-else")), "audience");
        refused(Tokens.unsigned(Tokens.sign(logoutToken().claim("sid", sid))), "");
        refused(Tokens.signedWithPublicKey(logoutToken().claim("sid", sid)), "signature");
        String genuine = Tokens.sign(logoutToken().claim("sid", sid));
        refused(genuine.substring(0, genuine.lastIndexOf('.') + 1) + "AAAA", "signature");
        refused(Tokens.sign(logoutToken().claim("sid", sid).claim("nonce", "n")), "nonce");
        refused(
                Tokens.sign(
                        logoutToken().claim("sid", sid).issuedAt(Instant.now().minusSeconds(600))),
                "time");
        // An access token is signed by the same key, but says nothing of a logout.
        refused(Tokens.sign(session(sid, unique()).audience("tidewatch-frontend")), "no logout event");
        RestAssured.given().basePath("").post(BackChannel.LOGOUT).then().statusCode(400);

        me(alive).statusCode(200);
    }

    @Test
    void webApplicationsLearnWhichOfTheirSessionsHaveEnded() {
        String ended = unique();
        String subject = unique();
        String alive = unique();
        logout(logoutToken().claim("sid", ended)).statusCode(200);
        logout(logoutToken().claim("sub", subject)).statusCode(200);

        List<String> answer = RestAssured.given()
                .basePath("")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "sessions",
                        List.of(held(ended, unique()), held(alive, unique()), held("of-the-subject", subject))))
                .post(BackChannel.STATUS)
                .then()
                .statusCode(200)
                .extract()
                .path("ended");

        assertThat(answer).containsExactly(ended, "of-the-subject");
    }

    @Test
    void aTokenWhoseEndCouldNotBeEnforcedIsRefused() {
        me(Tokens.sign(session(unique(), unique()).expiresAt(Instant.now().plus(Duration.ofHours(25)))))
                .statusCode(401)
                .body("detail", containsString("longest-token-life"));
        me(Tokens.sign(session(unique(), unique()).issuedAt(Instant.now().plusSeconds(120))))
                .statusCode(401);
    }

    private static void awaitRefusal(String token) {
        long deadline = System.nanoTime() + PROMISED.toNanos();
        while (me(token).extract().statusCode() != 401) {
            assertThat(System.nanoTime()).as("refused in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static Map<String, Object> held(String sid, String subject) {
        return Map.of(
                "issuer",
                Tokens.issuer(),
                "sid",
                sid,
                "subject",
                subject,
                "issuedAt",
                Instant.now().minusSeconds(60).toString());
    }

    private static JwtClaimsBuilder session(String sid, String subject) {
        return Tokens.claims(subject, Set.of(Person.VIEWER.group())).claim("sid", sid);
    }

    private static JwtClaimsBuilder logoutToken() {
        return Jwt.issuer(Tokens.issuer())
                .audience("tidewatch-frontend")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(120))
                .claim("jti", unique())
                .claim("events", Map.of(LogoutClaims.EVENT, Map.of()));
    }

    private static ValidatableResponse logout(JwtClaimsBuilder claims) {
        return logout(Tokens.sign(claims));
    }

    private static ValidatableResponse logout(String token) {
        return RestAssured.given()
                .basePath("")
                .formParam("logout_token", token)
                .post(BackChannel.LOGOUT)
                .then();
    }

    private static void refused(String token, String reason) {
        logout(token)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-logout-token"))
                .body("detail", containsString(reason));
    }

    private static ValidatableResponse me(String token) {
        return withToken(token).get("/me").then();
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
