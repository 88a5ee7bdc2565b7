package io.tidewatch.registry;

import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static io.tidewatch.test.Person.OTHER_TEAM;
import static io.tidewatch.test.Person.VIEWER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ModelResourceTest {

    private TestOrganization organization;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
    }

    @Test
    void aModelIsCreatedChangedAndAudited() {
        create("flight-delay", "Flight delay");
        organization
                .as(VIEWER)
                .get("/models/flight-delay")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("Flight delay"))
                .body("team.key", equalTo("red"))
                .body("task", equalTo("binary"))
                .body("sharedWith", empty())
                .body("access.edit", is(false));
        organization
                .as(EDITOR)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"Late?\"}")
                .patch("/models/flight-delay")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Late?"))
                .body("description", equalTo("of flights"))
                .body("access.edit", is(true));
        organization
                .as(EDITOR)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"description\": null}")
                .patch("/models/flight-delay")
                .then()
                .statusCode(200)
                .body("name", equalTo("Late?"))
                .body("description", nullValue());
        organization
                .as(ORGANIZATION_ADMIN)
                .get("/audit-entries")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("model.created"))
                .body("items.action", hasItem("model.changed"));
    }

    @Test
    void aChangeNeedsTheCurrentRevision() {
        create("m", "M");
        patch("\"7\"").statusCode(412).body("code", equalTo("precondition-failed"));
        patch(null).statusCode(428).body("code", equalTo("precondition-required"));
    }

    private io.restassured.response.ValidatableResponse patch(String ifMatch) {
        var request = organization.as(EDITOR).body(Map.of("name", "N"));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/models/m")
                .then();
    }

    @Test
    void aBadModelNamesItsFields() {
        organization
                .as(EDITOR)
                .body(Map.of("key", "No Good", "name", " ", "task", "binary", "team", "red"))
                .post("/models")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("violations.field", hasItem("key"))
                .body("violations.field", hasItem("name"));
        organization
                .as(EDITOR)
                .body(Map.of("key", "m", "name", "M", "task", "ranking", "team", "red"))
                .post("/models")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("task"));
        organization
                .as(EDITOR)
                .body(Map.of("key", "m", "name", "M", "task", "binary", "team", "blue"))
                .post("/models")
                .then()
                .statusCode(403);
        organization
                .as(EDITOR)
                .body(Map.of("key", "m", "name", "M", "task", "binary", "team", "green"))
                .post("/models")
                .then()
                .statusCode(404)
                .body("code", equalTo("team-not-found"));
        create("m", "M");
        organization
                .as(EDITOR)
                .body(Map.of("key", "m", "name", "M", "task", "binary", "team", "red"))
                .post("/models")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-exists"));
    }

    @Test
    void sharingLetsAnotherTeamReadAndNoMore() {
        create("m", "M");
        organization.as(OTHER_TEAM).get("/models/m").then().statusCode(404).body("code", equalTo("model-not-found"));
        organization
                .as(EDITOR)
                .put("/models/m/shares/blue")
                .then()
                .statusCode(200)
                .body("sharedWith", contains("blue"));
        organization
                .as(EDITOR)
                .put("/models/m/shares/blue")
                .then()
                .statusCode(200)
                .body("sharedWith", contains("blue"));
        organization.as(OTHER_TEAM).get("/models/m").then().statusCode(200).body("access.edit", is(false));
        organization.as(OTHER_TEAM).get("/models").then().body("items.key", contains("m"));
        organization
                .as(OTHER_TEAM)
                .header("If-Match", "*")
                .body(Map.of("name", "N"))
                .patch("/models/m")
                .then()
                .statusCode(403);
        organization.as(EDITOR).delete("/models/m/shares/blue").then().statusCode(204);
        organization.as(EDITOR).delete("/models/m/shares/blue").then().statusCode(204);
        organization.as(OTHER_TEAM).get("/models").then().body("items", empty());
    }

    @Test
    void anOrganizationMayShowAllModelsToAllTeams() {
        create("m", "M");
        organization
                .as(ORGANIZATION_ADMIN)
                .header("If-Match", "*")
                .body(Map.of("modelsVisibleToAllTeams", true))
                .patch("/organization")
                .then()
                .statusCode(200);
        organization.as(OTHER_TEAM).get("/models/m").then().statusCode(200);
        organization.as(OTHER_TEAM).get("/models").then().body("items.key", contains("m"));
    }

    @Test
    void theListIsSearchedFilteredAndPaged() {
        for (String key : List.of("alpha", "beta", "gamma_1", "gamma-2")) {
            create(key.replace('_', '-'), "Name of " + key);
        }
        String cursor = organization
                .as(VIEWER)
                .queryParam("limit", 2)
                .get("/models")
                .then()
                .body("items.key", contains("alpha", "beta"))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");
        organization
                .as(VIEWER)
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get("/models")
                .then()
                .body("items.key", contains("gamma-1", "gamma-2"))
                .body("nextCursor", nullValue());
        search("GAMMA").body("items.key", contains("gamma-1", "gamma-2"));
        search("_1").body("items.key", contains("gamma-1"));
        search("%").body("items", empty());
        organization.as(VIEWER).queryParam("team", "blue").get("/models").then().body("items", empty());
        organization.as(VIEWER).queryParam("team", "no").get("/models").then().statusCode(404);
        organization.as(VIEWER).queryParam("cursor", "?").get("/models").then().statusCode(422);
    }

    private io.restassured.response.ValidatableResponse search(String text) {
        return organization
                .as(VIEWER)
                .queryParam("search", text)
                .get("/models")
                .then()
                .statusCode(200);
    }

    private void create(String key, String name) {
        organization
                .as(Person.EDITOR)
                .body(Map.of("key", key, "name", name, "description", "of flights", "task", "binary", "team", "red"))
                .post("/models")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/api/v1/models/" + key))
                .body("key", equalTo(key));
    }
}
