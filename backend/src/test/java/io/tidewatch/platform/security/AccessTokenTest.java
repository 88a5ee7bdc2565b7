package io.tidewatch.platform.security;

import static io.tidewatch.test.TestOrganization.withToken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import io.tidewatch.test.Tokens;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Only tokens that the trusted provider signed for this backend get in, and they carry no right beyond their groups. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class AccessTokenTest {

    private static final Set<String> EDITORS = Set.of(Person.EDITOR.group());

    @Test
    void tokenOfKeycloakIsAccepted() {
        withToken(Tokens.of(Person.EDITOR)).get("/me").then().statusCode(200).body("issuer", equalTo(Tokens.issuer()));
    }

    @Test
    void tokenSignedWithTheRealmsKeyIsAccepted() {
        withToken(Tokens.signed(someone(), EDITORS)).get("/me").then().statusCode(200);
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        refused(Tokens.sign(Tokens.claims(someone(), EDITORS).audience("somebody-else")));
        refused(Tokens.fromKeycloak(Tokens.issuer(), "admin-cli", Person.EDITOR.username(), Person.EDITOR.username()));
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() {
        refused(Tokens.sign(Tokens.claims(someone(), EDITORS).issuer("https://issuer.example")));
        String admin = ConfigProvider.getConfig().getValue(TestStack.KEYCLOAK_ADMIN_PASSWORD, String.class);
        refused(Tokens.fromKeycloak(
                Tokens.issuer().replace("/tidewatch", "/master"), "admin-cli", "tidewatch-admin", admin));
    }

    @Test
    void tokenWithoutSignatureIsRefused() {
        refused(Tokens.unsigned(Tokens.of(Person.EDITOR)));
    }

    @Test
    void tokenWithAForeignSignatureIsRefused() {
        String genuine = Tokens.of(Person.EDITOR);
        refused(genuine.substring(0, genuine.lastIndexOf('.') + 1) + "AAAA");
        String other = Tokens.of(Person.ORGANIZATION_ADMIN);
        // The claims of one token under the signature of another.
        refused(genuine.substring(0, genuine.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
    }

    @Test
    void publicKeyIsNoSharedSecret() {
        refused(Tokens.signedWithPublicKey(Tokens.claims(someone(), EDITORS)));
    }

    @Test
    void tokenWithoutSubjectIsRefused() {
        refused(Tokens.sign(Tokens.claims(null, EDITORS)));
    }

    @Test
    void expiredTokenIsRefused() {
        refused(Tokens.sign(Tokens.claims(someone(), EDITORS)
                .issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().minusSeconds(60))));
    }

    @Test
    void tokenThatIsNotValidYetIsRefused() {
        refused(Tokens.sign(Tokens.claims(someone(), EDITORS)
                .claim("nbf", Instant.now().plusSeconds(120).getEpochSecond())));
    }

    @Test
    void personWithoutAnyRightSeesNoOrganization() {
        String token = Tokens.signed(someone(), Set.of("a-group-that-nobody-maps"));

        withToken(token).get("/me").then().statusCode(200).body("organizations", empty());
        withToken(token).get("/organization").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void personInSeveralOrganizationsMustChoose() {
        TestOrganization first = TestOrganization.create();
        TestOrganization.create();
        String token = Tokens.signed(someone(), EDITORS);

        withToken(token).get("/organization").then().statusCode(400).body("code", equalTo("organization-required"));
        withToken(token)
                .header("Tidewatch-Organization", first.key())
                .get("/organization")
                .then()
                .statusCode(200)
                .body("key", equalTo(first.key()));
        withToken(token)
                .header("Tidewatch-Organization", "no-such-organization")
                .get("/organization")
                .then()
                .statusCode(404)
                .body("code", equalTo("organization-not-found"));
    }

    @Test
    void groupOfAnotherIssuerGivesNothing() {
        TestOrganization foreign = TestOrganization.createForeign();

        // The same group name, but the organization maps it for the stranger's group only.
        withToken(Tokens.signed(someone(), EDITORS))
                .header("Tidewatch-Organization", foreign.key())
                .get("/organization")
                .then()
                .statusCode(404);
    }

    @Test
    void removedGroupTakesEffectWithTheNextToken() {
        TestOrganization organization = TestOrganization.create();
        String person = someone();

        as(organization, Tokens.signed(person, EDITORS)).statusCode(200);
        as(organization, Tokens.signed(person, Set.of())).statusCode(404);
        as(organization, Tokens.signed(person, Set.of(Person.VIEWER.group()))).statusCode(200);
    }

    @Test
    void firstSignInMakesThePersonAMember() {
        TestOrganization organization = TestOrganization.create();
        String person = someone();

        as(organization, Tokens.signed(person, EDITORS)).statusCode(200);

        organization
                .as(Person.TEAM_ADMIN)
                .get("/teams/red/members")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("Person " + person))
                .body("items.find { it.name == 'Person " + person + "' }.role", equalTo("editor"));
        organization
                .as(Person.ORGANIZATION_ADMIN)
                .get("/audit-entries")
                .then()
                .body("items.action", hasItem("member.created"));
    }

    @Test
    void directRoleSurvivesTheLossOfTheGroup() {
        TestOrganization organization = TestOrganization.create();
        String person = someone();
        String userId = withToken(Tokens.signed(person, EDITORS))
                .get("/me")
                .then()
                .extract()
                .path("id");
        organization
                .as(Person.TEAM_ADMIN)
                .body("{\"role\": \"admin\"}")
                .put("/teams/red/members/" + userId)
                .then()
                .statusCode(200)
                .body("role", equalTo("admin"))
                .body("groupRole", equalTo("editor"));

        withToken(Tokens.signed(person, Set.of()))
                .get("/me")
                .then()
                .statusCode(200)
                .body("organizations.key", contains(organization.key()))
                .body("organizations[0].teams[0].role", equalTo("admin"));
    }

    private static ValidatableResponse as(TestOrganization organization, String token) {
        return withToken(token)
                .header("Tidewatch-Organization", organization.key())
                .get("/organization")
                .then();
    }

    private static String someone() {
        return UUID.randomUUID().toString();
    }

    private static void refused(String token) {
        withToken(token)
                .get("/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthorized"));
    }
}
