package io.tidewatch.organization;

import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static io.tidewatch.test.Person.OTHER_TEAM;
import static io.tidewatch.test.Person.TEAM_ADMIN;
import static io.tidewatch.test.Person.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings, teams, people and group mappings, as their resources show them. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class OrganizationResourceTest {

    private TestOrganization organization;

    @BeforeEach
    void ownOrganization() {
        organization = TestOrganization.create();
    }

    @Test
    void showsTheCallersOrganizationWithItsRevision() {
        organization
                .as(EDITOR)
                .get("/organization")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("key", equalTo(organization.key()))
                .body("modelsVisibleToAllTeams", is(false));
    }

    @Test
    void changesOnlyWhatTheMergePatchNames() {
        organization
                .as(ORGANIZATION_ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"modelsVisibleToAllTeams\": true}")
                .patch("/organization")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("modelsVisibleToAllTeams", is(true))
                .body("name", equalTo("Organization " + organization.key()));
    }

    @Test
    void showsEverybodyAllTeamsWithTheOwnRole() {
        organization
                .as(EDITOR)
                .get("/teams")
                .then()
                .statusCode(200)
                .body("items.key", contains("blue", "red"))
                .body("items.role", contains(null, "editor"));
        organization.withKey("red").get("/teams").then().statusCode(200).body("items.key", contains("red"));
    }

    @Test
    void createsATeam() {
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("key", "green", "name", "Team Green"))
                .post("/teams")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/api/v1/teams/green"))
                .body("key", equalTo("green"));

        organization.as(VIEWER).get("/teams").then().body("items.key", contains("blue", "green", "red"));
    }

    @Test
    void listsMembersByGroupAndByHandPageByPage() {
        for (Person person : List.of(EDITOR, VIEWER, TEAM_ADMIN, OTHER_TEAM)) {
            organization.as(person).get("/organization").then().statusCode(200);
        }
        String guest = organization.as(OTHER_TEAM).get("/me").then().extract().path("id");
        organization
                .as(TEAM_ADMIN)
                .body(Map.of("role", "viewer"))
                .put("/teams/red/members/" + guest)
                .then()
                .statusCode(200)
                .body("directRole", equalTo("viewer"))
                .body("groupRole", equalTo(null));

        List<String> roles = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = organization
                    .as(VIEWER)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/teams/red/members")
                    .then()
                    .statusCode(200)
                    .extract();
            roles.addAll(page.<List<String>>path("items.role"));
            cursor = page.path("nextCursor");
        }
        assertThat(roles).containsExactlyInAnyOrder("admin", "editor", "viewer", "viewer");

        organization.as(TEAM_ADMIN).delete("/teams/red/members/" + guest).then().statusCode(204);
        organization
                .as(TEAM_ADMIN)
                .get("/teams/red/members")
                .then()
                .body("items.role", containsInAnyOrder("admin", "editor", "viewer"));
    }

    @Test
    void refusesPeopleAndTeamsThatAreNotThere() {
        organization
                .as(TEAM_ADMIN)
                .body(Map.of("role", "viewer"))
                .put("/teams/red/members/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("member-not-found"));
        organization
                .as(TEAM_ADMIN)
                .get("/teams/purple/members")
                .then()
                .statusCode(404)
                .body("code", equalTo("team-not-found"));
    }

    @Test
    void mapsAGroupAndForgetsIt() {
        String id = organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("issuer", Tokens.issuer(), "group", "guests", "team", "red", "role", "viewer"))
                .post("/group-mappings")
                .then()
                .statusCode(201)
                .body("team", equalTo("red"))
                .extract()
                .path("id");
        organization.as(ORGANIZATION_ADMIN).get("/group-mappings").then().body("items.group", hasItem("guests"));

        organization
                .as(ORGANIZATION_ADMIN)
                .delete("/group-mappings/" + id)
                .then()
                .statusCode(204);
        organization.as(ORGANIZATION_ADMIN).get("/group-mappings").then().body("items.group", not(hasItem("guests")));
        organization
                .as(ORGANIZATION_ADMIN)
                .delete("/group-mappings/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("group-mapping-not-found"));
    }

    @Test
    void refusesMappingsThatMakeNoSense() {
        Map<String, Object> noTarget = Map.of("issuer", Tokens.issuer(), "group", "guests");
        Map<String, Object> twoTargets = Map.of(
                "issuer",
                Tokens.issuer(),
                "group",
                "guests",
                "team",
                "red",
                "role",
                "viewer",
                "organizationAdmin",
                true);
        for (Map<String, Object> body : List.of(noTarget, twoTargets)) {
            organization
                    .as(ORGANIZATION_ADMIN)
                    .body(body)
                    .post("/group-mappings")
                    .then()
                    .statusCode(422)
                    .body("violations.code", hasItem("assert-true"));
        }
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("issuer", "https://nobody.example", "group", "g", "organizationAdmin", true))
                .post("/group-mappings")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("unknown-issuer"));
    }
}
