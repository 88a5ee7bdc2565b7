package io.tidewatch.organization;

import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static io.tidewatch.test.Person.TEAM_ADMIN;
import static io.tidewatch.test.Person.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import io.tidewatch.test.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People, teams, groups and limits as an organization's admins manage them. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class AdministrationResourceTest {

    @Test
    void memberListSaysWhereEachRoleComesFrom() {
        TestOrganization organization = TestOrganization.create();
        String viewer = memberId(organization, VIEWER);
        memberId(organization, ORGANIZATION_ADMIN);
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("role", "editor"))
                .put("/teams/blue/members/" + viewer)
                .then()
                .statusCode(200);

        organization
                .as(TEAM_ADMIN)
                .get("/members/" + viewer)
                .then()
                .statusCode(200)
                .body("issuer", equalTo(Tokens.issuer()))
                .body("organizationAdmin", equalTo(false))
                .body("teams.key", contains("blue", "red"))
                .body("teams[0].directRole", equalTo("editor"))
                .body("teams[0].groupRole", equalTo(null))
                .body("teams[1].directRole", equalTo(null))
                .body("teams[1].groupRole", equalTo("viewer"))
                .body("teams[1].groups", contains(VIEWER.group()));
        organization
                .as(ORGANIZATION_ADMIN)
                .queryParam("search", "ORGANIZATION-adm")
                .get("/members")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].organizationAdmin", equalTo(true))
                .body("items[0].adminGroups", contains(ORGANIZATION_ADMIN.group()));
    }

    @Test
    void memberListPagesThroughEverybodyOnce() {
        TestOrganization organization = TestOrganization.create();
        for (Person person : List.of(VIEWER, EDITOR, TEAM_ADMIN, ORGANIZATION_ADMIN)) {
            memberId(organization, person);
        }
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = organization
                    .as(ORGANIZATION_ADMIN)
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get("/members")
                    .then()
                    .statusCode(200)
                    .extract();
            names.addAll(page.<List<String>>path("items.name"));
            cursor = page.path("nextCursor");
        }
        assertThat(names).hasSize(4).isSorted();
    }

    @Test
    void lastOrganizationAdminCannotBeLockedOut() {
        TestOrganization organization = TestOrganization.create();
        String viewer = memberId(organization, VIEWER);
        assertThat(viewer).isNotBlank();
        String own = mapping(organization, ORGANIZATION_ADMIN.group());
        organization
                .as(ORGANIZATION_ADMIN)
                .delete("/group-mappings/" + own)
                .then()
                .statusCode(409)
                .body("code", equalTo("last-organization-admin"));

        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("issuer", Tokens.issuer(), "group", "nobody-has-it", "organizationAdmin", true))
                .post("/group-mappings")
                .then()
                .statusCode(201)
                .body("memberCount", equalTo(0));
        organization
                .as(ORGANIZATION_ADMIN)
                .delete("/group-mappings/" + own)
                .then()
                .statusCode(409);

        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("issuer", Tokens.issuer(), "group", VIEWER.group(), "organizationAdmin", true))
                .post("/group-mappings")
                .then()
                .statusCode(201)
                .body("memberCount", equalTo(1))
                .body("members", contains("Test viewer"));
        organization
                .as(ORGANIZATION_ADMIN)
                .delete("/group-mappings/" + own)
                .then()
                .statusCode(204);
        organization.as(ORGANIZATION_ADMIN).get("/group-mappings").then().statusCode(404);
        organization.as(VIEWER).get("/group-mappings").then().statusCode(200);
    }

    @Test
    void roleOfAGroupChangesAtTheNextRequest() {
        TestOrganization organization = TestOrganization.create();
        String mapping = mapping(organization, VIEWER.group());
        organization.as(VIEWER).get("/members").then().statusCode(403);

        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("role", "admin"))
                .put("/group-mappings/" + mapping + "/role")
                .then()
                .statusCode(200)
                .body("role", equalTo("admin"));

        organization.as(VIEWER).get("/members").then().statusCode(200);
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("role", "admin"))
                .put("/group-mappings/" + mapping(organization, ORGANIZATION_ADMIN.group()) + "/role")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("role"));
    }

    @Test
    void identityProvidersAreThoseTheOrganizationTrusts() {
        TestOrganization organization = TestOrganization.create();
        organization
                .as(ORGANIZATION_ADMIN)
                .get("/identity-providers")
                .then()
                .statusCode(200)
                .body("items.issuer", contains(Tokens.issuer()));
    }

    @Test
    void teamIsRenamedAgainstItsRevision() {
        TestOrganization organization = TestOrganization.create();
        var renamed = organization
                .as(ORGANIZATION_ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Crimson"))
                .patch("/teams/red")
                .then()
                .statusCode(200)
                .body("name", equalTo("Crimson"))
                .header("ETag", "\"1\"")
                .extract();
        assertThat(renamed.<Integer>path("revision")).isEqualTo(1);
        organization
                .as(ORGANIZATION_ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Scarlet"))
                .patch("/teams/red")
                .then()
                .statusCode(412);
    }

    @Test
    void teamIsRemovedOnlyWhenItOwnsNothing() {
        TestOrganization organization = TestOrganization.create();
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("key", "short", "name", "Short-lived"))
                .post("/teams")
                .then()
                .statusCode(201);
        String key = organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("name", "its key", "team", "short", "scopes", List.of("read")))
                .post("/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("key", "its-model", "name", "Its model", "task", "binary", "team", "short"))
                .post("/models")
                .then()
                .statusCode(201);

        organization
                .as(ORGANIZATION_ADMIN)
                .delete("/teams/short")
                .then()
                .statusCode(409)
                .body("code", equalTo("team-not-empty"))
                .body("owned.models", equalTo(1))
                .body("owned.apiKeys", equalTo(1));

        organization.as(ORGANIZATION_ADMIN).delete("/api-keys/" + key).then().statusCode(204);
        organization
                .as(ORGANIZATION_ADMIN)
                .delete("/teams/short")
                .then()
                .statusCode(409)
                .body("owned.apiKeys", equalTo(null));
    }

    @Test
    void aRemovedTeamTakesItsKeysThatHaveEndedAndItsSharesAlong() {
        TestOrganization organization = TestOrganization.create();
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("key", "short", "name", "Short-lived"))
                .post("/teams")
                .then()
                .statusCode(201);
        String key = organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("name", "its key", "team", "short", "scopes", List.of("read")))
                .post("/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("eventsPerSecond", 10))
                .put("/api-keys/" + key + "/limits")
                .then()
                .statusCode(200);
        organization.as(ORGANIZATION_ADMIN).delete("/api-keys/" + key).then().statusCode(204);
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("key", "shown", "name", "Shown", "task", "binary", "team", "red"))
                .post("/models")
                .then()
                .statusCode(201);
        organization
                .as(ORGANIZATION_ADMIN)
                .put("/models/shown/shares/short")
                .then()
                .statusCode(200);
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("role", "viewer"))
                .put("/teams/short/members/" + memberId(organization, VIEWER))
                .then()
                .statusCode(200);

        organization.as(ORGANIZATION_ADMIN).delete("/teams/short").then().statusCode(204);

        organization.as(ORGANIZATION_ADMIN).get("/teams").then().body("items.key", not(hasItem("short")));
        organization
                .as(ORGANIZATION_ADMIN)
                .get("/models/shown")
                .then()
                .statusCode(200)
                .body("sharedWith", hasSize(0));
        organization.as(ORGANIZATION_ADMIN).delete("/teams/short").then().statusCode(404);
    }

    @Test
    void keyIsLimitedBelowItsOrganization() {
        TestOrganization organization = TestOrganization.create();
        String key = organization
                .as(TEAM_ADMIN)
                .body(Map.of("name", "limited", "team", "red", "scopes", List.of("ingest")))
                .post("/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        organization
                .as(TEAM_ADMIN)
                .body(Map.of("eventsPerSecond", 5, "eventBurst", 20))
                .put("/api-keys/" + key + "/limits")
                .then()
                .statusCode(200)
                .body("limits.eventsPerSecond", equalTo(5))
                .body("limits.eventBurst", equalTo(20));
        organization
                .as(TEAM_ADMIN)
                .get("/api-keys?limit=200")
                .then()
                .body("items.find { it.id == '" + key + "' }.limits.eventsPerSecond", equalTo(5));
        organization
                .as(TEAM_ADMIN)
                .body(Map.of("eventsPerSecond", 2_000_000_000))
                .put("/api-keys/" + key + "/limits")
                .then()
                .statusCode(422)
                .body("violations.field", contains("eventsPerSecond"));
        organization
                .as(TEAM_ADMIN)
                .body(Map.of("byteBurst", 10))
                .put("/api-keys/" + key + "/limits")
                .then()
                .statusCode(422)
                .body("violations.field", contains("byteBurst"));
    }

    @Test
    void organizationHasAColourOfThePalette() {
        TestOrganization organization = TestOrganization.create();
        organization.as(VIEWER).get("/organization").then().statusCode(200).body("accent", equalTo("blue"));
        organization
                .as(ORGANIZATION_ADMIN)
                .header("If-Match", "*")
                .body(Map.of("accent", "plum"))
                .patch("/organization")
                .then()
                .statusCode(200)
                .body("accent", equalTo("plum"));
        organization
                .as(ORGANIZATION_ADMIN)
                .header("If-Match", "*")
                .body(Map.of("accent", "#ff0000"))
                .patch("/organization")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422));
    }

    private static String memberId(TestOrganization organization, Person person) {
        organization.as(person).get("/organization").then().statusCode(200);
        return organization.as(person).get("/me").then().extract().path("id");
    }

    private static String mapping(TestOrganization organization, String group) {
        return organization
                .as(ORGANIZATION_ADMIN)
                .get("/group-mappings")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.group == '" + group + "' }.id");
    }
}
