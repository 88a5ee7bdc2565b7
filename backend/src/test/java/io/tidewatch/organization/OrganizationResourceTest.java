package io.tidewatch.organization;

import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class OrganizationResourceTest {

    @Test
    void readsTheCallersOrganization() {
        TestOrganization organization = TestOrganization.create();

        organization
                .as(EDITOR)
                .get("/organization")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("key", equalTo(organization.key()))
                .header("ETag", "\"0\"");
        organization
                .withKey("red")
                .get("/organization")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("key", equalTo(organization.key()));
    }

    @Test
    void changesOnlyWhatTheMergePatchNames() {
        TestOrganization organization = TestOrganization.create();

        organization
                .as(ORGANIZATION_ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"modelsVisibleToAllTeams\": true}")
                .patch("/organization")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("modelsVisibleToAllTeams", is(true))
                .body("name", equalTo("Organization " + organization.key()));
    }

    @Test
    void createsTeamsKeysAndMappings() {
        TestOrganization organization = TestOrganization.create();
        organization
                .as(ORGANIZATION_ADMIN)
                .body(Map.of("key", "green", "name", "Team Green"))
                .post("/teams")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        organization
                .as(ORGANIZATION_ADMIN)
                .get("/teams")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items.key", hasItem("green"));
        organization.as(EDITOR).get("/teams/red/members").then().log().all().statusCode(200);
        organization
                .as(ORGANIZATION_ADMIN)
                .get("/group-mappings")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        organization
                .as(ORGANIZATION_ADMIN)
                .get("/api-keys")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        organization
                .as(ORGANIZATION_ADMIN)
                .get("/audit-entries")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        organization
                .as(ORGANIZATION_ADMIN)
                .get("/me")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        organization
                .as(ORGANIZATION_ADMIN)
                .body("{")
                .post("/teams")
                .then()
                .log()
                .all()
                .statusCode(400);
        organization
                .as(ORGANIZATION_ADMIN)
                .body("{\"key\":\"!!\",\"x\":1}")
                .post("/teams")
                .then()
                .log()
                .all()
                .statusCode(422);
        organization
                .as(ORGANIZATION_ADMIN)
                .body("{\"key\":\"!!\"}")
                .post("/teams")
                .then()
                .log()
                .all()
                .statusCode(422);
    }
}
