package io.tidewatch.identity;

import static io.tidewatch.test.TestOrganization.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.tidewatch.test.Keycloak;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import io.tidewatch.test.Tokens;
import io.tidewatch.test.Tokens.Grant;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two providers, two realms of the real Keycloak, know people and groups of the same names: no right crosses over. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ProviderTest {

    private static final Set<String> EDITORS = Set.of(Person.EDITOR.group());

    @Test
    void bothProvidersSignPeopleIn() {
        String first = Tokens.of(Person.EDITOR);
        String second = partnersEditor();

        String firstId = withToken(first)
                .get("/me")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(Tokens.issuer()))
                .extract()
                .path("id");
        String secondId = withToken(second)
                .get("/me")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(Tokens.partner()))
                .extract()
                .path("id");
        assertThat(firstId).isNotEqualTo(secondId);
    }

    @Test
    void aGroupOfTheOtherProviderGivesNothing() {
        TestOrganization organization = TestOrganization.create();

        inside(organization, Tokens.of(Person.EDITOR)).statusCode(200);
        // The same user name, the same group.
        inside(organization, partnersEditor()).statusCode(404).body("code", equalTo("organization-not-found"));
        withToken(partnersEditor()).get("/me").then().body("organizations.key", not(hasItem(organization.key())));
    }

    @Test
    void anOrganizationMapsTheGroupsOfEachProviderByItself() {
        TestOrganization organization = TestOrganization.createShared();

        role(organization, Tokens.of(Person.EDITOR), "editor");
        role(organization, partnersEditor(), "viewer");
        inside(organization, Tokens.of(Person.EDITOR)).statusCode(200);
        inside(organization, partnersEditor()).statusCode(200);
        withToken(partnersEditor())
                .header("Tidewatch-Organization", organization.key())
                .body("{\"key\": \"m\", \"name\": \"M\", \"task\": \"binary\", \"team\": \"red\"}")
                .post("/models")
                .then()
                .statusCode(403);
        withToken(Tokens.of(Person.EDITOR))
                .header("Tidewatch-Organization", organization.key())
                .get("/teams/red/members")
                .then()
                .body("items.role", containsInAnyOrder("editor", "viewer"));
    }

    @Test
    void aRemovedGroupTakesEffectWithTheNextToken() {
        TestOrganization organization = TestOrganization.createShared();
        Keycloak keycloak = Keycloak.of(Tokens.partner());
        Grant first = Tokens.signIn(Tokens.partner(), "tidewatch-cli", "editor", "editor");
        inside(organization, first.access()).statusCode(200);

        keycloak.leave("editor", Person.EDITOR.group());
        try {
            // The token at hand says what was true when it was issued; it lives for minutes.
            inside(organization, first.access()).statusCode(200);
            inside(organization, Tokens.refresh(Tokens.partner(), first).access())
                    .statusCode(404);
        } finally {
            keycloak.join("editor", Person.EDITOR.group());
        }
        Grant back = Tokens.signIn(Tokens.partner(), "tidewatch-cli", "editor", "editor");
        inside(organization, back.access()).statusCode(200);
    }

    @Test
    void aTokenOfTheSecondProviderIsCheckedLikeOneOfTheFirst() {
        accepted(claims());
        refused(Tokens.signAsPartner(claims().audience("somebody-else")));
        refused(Tokens.fromKeycloak(Tokens.partner(), "admin-cli", "editor", "editor"));
        refused(Tokens.signAsPartner(claims().issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().minusSeconds(60))));
        refused(Tokens.signAsPartner(
                claims().claim("nbf", Instant.now().plusSeconds(120).getEpochSecond())));
        refused(Tokens.signAsPartner(Tokens.claims(Tokens.partner(), null, EDITORS)));
        refused(Tokens.unsigned(Tokens.signAsPartner(claims())));
        refused(Tokens.signedWithPublicKey(Tokens.partner(), claims()));
        String genuine = Tokens.signAsPartner(claims());
        refused(genuine.substring(0, genuine.lastIndexOf('.') + 1) + "AAAA");
        String other = Tokens.signAsPartner(claims());
        refused(genuine.substring(0, genuine.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
    }

    @Test
    void noProviderSpeaksForTheOther() {
        refused(Tokens.sign(claims()));
        refused(Tokens.signAsPartner(Tokens.claims(someone(), EDITORS)));
        refused(Tokens.signAsPartner(Tokens.claims("https://issuer.example", someone(), EDITORS)));
    }

    @Test
    void theLastPartOfAPathChoosesNoProvider() {
        // A model that is called like the provider.
        TestOrganization organization = TestOrganization.create();
        organization
                .as(Person.EDITOR)
                .body("{\"key\": \"partner\", \"name\": \"P\", \"task\": \"binary\", \"team\": \"red\"}")
                .post("/models")
                .then()
                .statusCode(201);

        organization.as(Person.EDITOR).get("/models/partner").then().statusCode(200);
    }

    private static String partnersEditor() {
        return Tokens.fromKeycloak(Tokens.partner(), "tidewatch-cli", "editor", "editor");
    }

    private static void role(TestOrganization organization, String token, String role) {
        withToken(token)
                .get("/me")
                .then()
                .statusCode(200)
                .body("organizations.find { it.key == '" + organization.key() + "' }.teams.role", contains(role));
    }

    private static ValidatableResponse inside(TestOrganization organization, String token) {
        return withToken(token)
                .header("Tidewatch-Organization", organization.key())
                .get("/organization")
                .then();
    }

    private static JwtClaimsBuilder claims() {
        return Tokens.claims(Tokens.partner(), someone(), EDITORS);
    }

    private static String someone() {
        return UUID.randomUUID().toString();
    }

    private static void accepted(JwtClaimsBuilder claims) {
        withToken(Tokens.signAsPartner(claims)).get("/me").then().statusCode(200);
    }

    private static void refused(String token) {
        withToken(token)
                .get("/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
    }
}
