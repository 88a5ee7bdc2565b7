package io.tidewatch.organization;

import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static io.tidewatch.test.Person.TEAM_ADMIN;
import static io.tidewatch.test.TestOrganization.withToken;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ApiKeyResourceTest {

    @Test
    void livesFromCreationToRevocation() {
        TestOrganization organization = TestOrganization.create();
        var created = organization
                .as(TEAM_ADMIN)
                .body(Map.of("name", "pipeline", "team", "red", "scopes", List.of("read")))
                .post("/api-keys")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/api-keys/[a-z0-9]{16}"))
                .body("key", matchesPattern("tw_[a-z0-9]{16}_[A-Za-z0-9]{40}"))
                .extract();
        String key = created.path("key");
        String id = created.path("id");

        withToken(key).get("/organization").then().statusCode(200).body("key", equalTo(organization.key()));
        organization
                .as(TEAM_ADMIN)
                .get("/api-keys?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.scopes", equalTo(List.of("read")))
                .body("items.key", everyItem(equalTo(null)))
                .body("items.secretHash", everyItem(equalTo(null)));

        organization.as(TEAM_ADMIN).delete("/api-keys/" + id).then().statusCode(204);
        organization.as(TEAM_ADMIN).delete("/api-keys/" + id).then().statusCode(204);
        withToken(key).get("/organization").then().statusCode(401).body("code", equalTo("api-key-revoked"));
        organization
                .as(TEAM_ADMIN)
                .get("/api-keys?limit=200")
                .then()
                .body("items.find { it.id == '" + id + "' }.revokedAt", notNullValue());
    }

    @Test
    void bothSecretsWorkDuringTheOverlapOfARotation() {
        TestOrganization organization = TestOrganization.create();
        var created = create(organization, "rotated");
        String old = created.path("key");
        String id = created.path("id");

        var rotated = organization
                .as(TEAM_ADMIN)
                .body(Map.of("overlap", "PT1H"))
                .post("/api-keys/" + id + "/rotations")
                .then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("previousSecretUntil", notNullValue())
                .extract();
        String fresh = rotated.path("key");

        withToken(old).get("/organization").then().statusCode(200);
        withToken(fresh).get("/organization").then().statusCode(200);

        organization
                .as(TEAM_ADMIN)
                .delete("/api-keys/" + id + "/previous-secret")
                .then()
                .statusCode(204);
        organization
                .as(TEAM_ADMIN)
                .delete("/api-keys/" + id + "/previous-secret")
                .then()
                .statusCode(204);
        withToken(old).get("/organization").then().statusCode(401).body("code", equalTo("api-key-expired"));
        withToken(fresh).get("/organization").then().statusCode(200);
    }

    @Test
    void rotationWithoutOverlapEndsTheOldSecretAtOnce() {
        TestOrganization organization = TestOrganization.create();
        var created = create(organization, "hurried");
        String old = created.path("key");
        withToken(old).get("/organization").then().statusCode(200);

        String fresh = organization
                .as(TEAM_ADMIN)
                .body(Map.of("overlap", "PT0S"))
                .post("/api-keys/" + created.path("id") + "/rotations")
                .then()
                .statusCode(201)
                .extract()
                .path("key");

        withToken(old).get("/organization").then().statusCode(401).body("code", equalTo("api-key-expired"));
        withToken(fresh).get("/organization").then().statusCode(200);
    }

    @Test
    void rotationKeepsWhatTheKeyMayDoAndSaysWhichSecretIsUsed() {
        TestOrganization organization = TestOrganization.create();
        var created = create(organization, "watched");
        String id = created.path("id");
        organization
                .as(TEAM_ADMIN)
                .body(Map.of())
                .post("/api-keys/" + id + "/rotations")
                .then()
                .statusCode(201);
        withToken(created.path("key")).get("/organization").then().statusCode(200);

        String found = "items.find { it.id == '" + id + "' }.";
        // The use is noted beside the request, so it may take some more requests until it is seen.
        String usedAt = null;
        for (int attempt = 0; attempt < 200 && usedAt == null; attempt++) {
            usedAt = organization
                    .as(TEAM_ADMIN)
                    .get("/api-keys?limit=200")
                    .then()
                    .statusCode(200)
                    .body(found + "scopes", equalTo(List.of("read")))
                    .body(found + "rotatedAt", notNullValue())
                    .extract()
                    .path(found + "previousSecretUsedAt");
        }
        org.assertj.core.api.Assertions.assertThat(usedAt).isNotNull();
    }

    @Test
    void refusesToRotateWhatHasEndedAndOverlapsThatAreTooLong() {
        TestOrganization organization = TestOrganization.create();
        String id = create(organization, "ended").path("id");
        organization
                .as(TEAM_ADMIN)
                .body(Map.of("overlap", "P91D"))
                .post("/api-keys/" + id + "/rotations")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("overlap"));
        organization.as(TEAM_ADMIN).delete("/api-keys/" + id).then().statusCode(204);
        organization
                .as(TEAM_ADMIN)
                .body(Map.of())
                .post("/api-keys/" + id + "/rotations")
                .then()
                .statusCode(409)
                .body("code", equalTo("api-key-ended"));
    }

    private static io.restassured.response.ExtractableResponse<?> create(TestOrganization organization, String name) {
        return organization
                .as(TEAM_ADMIN)
                .body(Map.of("name", name, "team", "red", "scopes", List.of("read")))
                .post("/api-keys")
                .then()
                .statusCode(201)
                .extract();
    }

    @Test
    void refusesAnExpiryInThePast() {
        TestOrganization organization = TestOrganization.create();
        organization
                .as(TEAM_ADMIN)
                .body(Map.of(
                        "name", "late", "team", "red", "scopes", List.of("read"), "expiresAt", "2001-01-01T00:00:00Z"))
                .post("/api-keys")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("expiresAt"));
    }

    @Test
    void pagesThroughAllKeysOnce() {
        TestOrganization organization = TestOrganization.create();
        var first = organization
                .as(ORGANIZATION_ADMIN)
                .get("/api-keys?limit=3")
                .then()
                .statusCode(200)
                .body("nextCursor", notNullValue())
                .extract();
        List<String> firstIds = first.path("items.id");
        organization
                .as(ORGANIZATION_ADMIN)
                .queryParam("limit", 3)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/api-keys")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("nextCursor", equalTo(null))
                .body("items.id", not(hasItem(firstIds.getFirst())))
                .body("items.id", not(hasItem(firstIds.getLast())));
    }

    @Test
    void keepsTheSecretOutOfTheAudit() {
        TestOrganization organization = TestOrganization.create();
        String key = organization
                .as(TEAM_ADMIN)
                .body(Map.of("name", "quiet", "team", "red", "scopes", List.of("read")))
                .post("/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        String audit = organization
                .as(ORGANIZATION_ADMIN)
                .get("/audit-entries")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        org.assertj.core.api.Assertions.assertThat(audit)
                .contains("api-key.created")
                .doesNotContain(key.substring(key.lastIndexOf('_') + 1));
    }
}
