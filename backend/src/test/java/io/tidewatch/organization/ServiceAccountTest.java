package io.tidewatch.organization;

import static io.tidewatch.test.TestOrganization.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tidewatch.test.Keycloak;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import io.tidewatch.test.Tokens;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Programs that sign in by client credentials at the real Keycloak. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ServiceAccountTest {

    private final Keycloak keycloak = Keycloak.of(Tokens.issuer());
    private final String client = "export-" + UUID.randomUUID().toString().substring(0, 8);
    private final TestOrganization organization = TestOrganization.create();

    @Test
    void aClientHasTheRoleThatIsMappedToIt() {
        String token = keycloak.serviceAccount(client);
        inside(token).get("/models").then().statusCode(404);
        map(Tokens.issuer(), "client:" + client, "editor").statusCode(201);

        withToken(token)
                .get("/me")
                .then()
                .statusCode(200)
                .body("kind", equalTo("service"))
                .body("name", equalTo(client));
        inside(token)
                .body(Map.of("key", "made", "name", "Made", "task", "binary", "team", "red"))
                .post("/models")
                .then()
                .statusCode(201);
        inside(token)
                .body(Map.of("name", "x", "team", "red", "scopes", new String[] {"read"}))
                .post("/api-keys")
                .then()
                .statusCode(403);

        organization
                .as(Person.TEAM_ADMIN)
                .get("/teams/red/members")
                .then()
                .body("items.find { it.name == '" + client + "' }.kind", equalTo("service"))
                .body("items.find { it.name == '" + client + "' }.role", equalTo("editor"));
        organization
                .as(Person.ORGANIZATION_ADMIN)
                .get("/audit-entries")
                .then()
                .body("items.find { it.action == 'model.created' }.actor.kind", equalTo("service"))
                .body("items.find { it.action == 'model.created' }.actor.name", equalTo(client));
    }

    @Test
    void aServiceAccountInAGroupHasTheRightsOfTheGroup() {
        String before = keycloak.serviceAccount(client);
        inside(before).get("/models").then().statusCode(404);

        keycloak.joinServiceAccount(client, Person.VIEWER.group());

        inside(keycloak.serviceAccount(client)).get("/models").then().statusCode(200);
    }

    @Test
    void aPersonInAGroupOfTheClientsNameIsNotTheClient() {
        map(Tokens.issuer(), "client:" + client, "admin").statusCode(201);

        inside(Tokens.signed(UUID.randomUUID().toString(), Set.of("client:" + client)))
                .get("/models")
                .then()
                .statusCode(404);
    }

    @Test
    void peopleStayPeople() {
        organization.as(Person.EDITOR).get("/me").then().body("kind", equalTo("person"));
        organization.as(Person.TEAM_ADMIN).get("/teams/red/members").then().body("items.kind", not(hasItem("service")));
        assertThat(keycloak.serviceAccount(client)).isNotEmpty();
    }

    private ValidatableResponse map(String issuer, String group, String role) {
        return organization
                .as(Person.ORGANIZATION_ADMIN)
                .body(Map.of("issuer", issuer, "group", group, "team", "red", "role", role))
                .post("/group-mappings")
                .then();
    }

    private RequestSpecification inside(String token) {
        return withToken(token).header("Tidewatch-Organization", organization.key());
    }
}
