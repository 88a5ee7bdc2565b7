package io.tidewatch.platform.problem;

import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of bad input gets its own typed answer. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ProblemTest {

    private TestOrganization organization;

    @BeforeEach
    void ownOrganization() {
        organization = TestOrganization.create();
    }

    @Test
    void brokenJson() {
        problem(post("{\"key\": "), 400, "malformed-json");
        problem(post("nonsense"), 400, "malformed-json");
        problem(post("{\"key\": \"a\"} trailing"), 400, "malformed-json");
    }

    @Test
    void emptyBody() {
        ValidatableResponse answer =
                organization.as(ORGANIZATION_ADMIN).post("/teams").then();
        assertThat(answer.extract().statusCode()).isIn(400, 422);
        answer.contentType(ProblemResponse.MEDIA_TYPE);
    }

    @Test
    void wrongTypeNamesTheField() {
        problem(post("{\"key\": {\"a\": 1}, \"name\": \"x\"}"), 422, "validation-failed")
                .body("violations.field", hasItem("key"))
                .body("violations.code", hasItem("wrong-type"));
        problem(post("[]"), 422, "validation-failed").body("violations.field", hasItem("body"));
    }

    @Test
    void unknownFieldIsNamed() {
        problem(post("{\"key\": \"a\", \"name\": \"x\", \"colour\": 1}"), 422, "validation-failed")
                .body("violations.field", hasItem("colour"))
                .body("violations.code", hasItem("unknown-field"));
    }

    @Test
    void missingFieldIsNamed() {
        problem(post("{\"name\": \"x\"}"), 422, "validation-failed")
                .body("violations.field", hasItem("key"))
                .body("violations.code", hasItem("not-null"));
    }

    @Test
    void constraintIsNamed() {
        problem(post("{\"key\": \"Not A Key\", \"name\": \"\"}"), 422, "validation-failed")
                .body("violations.field", hasItem("key"))
                .body("violations.field", hasItem("name"))
                .body("violations.code", hasItem("pattern"));
    }

    @Test
    void parameterOutOfRangeIsNamed() {
        problem(organization.as(ORGANIZATION_ADMIN).get("/api-keys?limit=0").then(), 422, "validation-failed")
                .body("violations.field", hasItem("limit"));
        problem(
                        organization
                                .as(ORGANIZATION_ADMIN)
                                .get("/api-keys?cursor=%21%21")
                                .then(),
                        422,
                        "validation-failed")
                .body("violations.field", hasItem("cursor"));
    }

    @Test
    void unreadableParameter() {
        problem(organization.as(ORGANIZATION_ADMIN).get("/api-keys?limit=many").then(), 400, "invalid-request")
                .body("violations.field", hasItem("limit"));
        problem(
                organization
                        .as(ORGANIZATION_ADMIN)
                        .delete("/group-mappings/no-uuid")
                        .then(),
                404,
                "not-found");
    }

    @Test
    void wrongMethod() {
        problem(organization.as(ORGANIZATION_ADMIN).delete("/organization").then(), 405, "method-not-allowed");
    }

    @Test
    void wrongMediaTypes() {
        problem(
                organization
                        .as(ORGANIZATION_ADMIN)
                        .contentType("text/plain")
                        .body("x")
                        .post("/teams")
                        .then(),
                415,
                "unsupported-media-type");
        problem(
                organization
                        .as(ORGANIZATION_ADMIN)
                        .accept("image/png")
                        .get("/teams")
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void somethingThatIsThereAlready() {
        post("{\"key\": \"twice\", \"name\": \"x\"}").statusCode(201);
        problem(post("{\"key\": \"twice\", \"name\": \"x\"}"), 409, "already-exists");
    }

    @Test
    void revisionIsAskedForAndChecked() {
        problem(
                organization
                        .as(ORGANIZATION_ADMIN)
                        .body(Map.of("name", "x"))
                        .patch("/organization")
                        .then(),
                428,
                "precondition-required");
        problem(
                organization
                        .as(ORGANIZATION_ADMIN)
                        .header("If-Match", "\"77\"")
                        .body(Map.of("name", "x"))
                        .patch("/organization")
                        .then(),
                412,
                "precondition-failed");
    }

    @Test
    void numberInPlaceOfText() {
        problem(post("{\"key\": 7, \"name\": \"x\"}"), 422, "validation-failed")
                .body("violations.field", hasItem("key"));
    }

    @Test
    void fieldThatIsThereTwice() {
        problem(post("{\"key\": \"a\", \"key\": \"b\", \"name\": \"x\"}"), 400, "malformed-json");
    }

    private ValidatableResponse post(String body) {
        return organization.as(ORGANIZATION_ADMIN).body(body).post("/teams").then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        String body = answer.extract().asString();
        assertThat(body).doesNotContain("Exception", "io.tidewatch", "at java.", "SQL", "select ");
        return answer.statusCode(status)
                .contentType(ProblemResponse.MEDIA_TYPE)
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("/errors#" + code))
                .body("title", not(empty()))
                .body("traceId", not(empty()));
    }
}
