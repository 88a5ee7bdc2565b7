package io.tidewatch.onboarding;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class SetupResourceTest {

    private static final Instant AT = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    private TestOrganization organization;
    private TestModel model;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
        model = TestModel.create(organization, "regression");
    }

    @Test
    void stepsFollowFromFacts() {
        setup().body("predictionCount", equalTo(0))
                .body("lastPredictionAt", nullValue())
                .body("steps.find { it.step == 'key' }.state", equalTo("done"))
                .body("steps.find { it.step == 'predictions' }.state", equalTo("open"))
                .body("steps.find { it.step == 'schema' }.state", equalTo("waiting"));
        model.send(List.of(event("a"), event("b"), event("a"))).statusCode(202);
        setup().body("predictionCount", equalTo(2))
                .body("firstPredictionAt", equalTo(AT.toString()))
                .body("steps.find { it.step == 'predictions' }.state", equalTo("done"))
                .body("steps.find { it.step == 'schema' }.state", equalTo("open"));
        model.sendTruth(List.of(Map.of("predictionId", "a", "value", 2))).statusCode(202);
        model.request()
                .body(Map.of("features", List.of(Map.of("name", "size", "type", "float64"))))
                .put("/versions/1/schema")
                .then()
                .statusCode(200);
        model.request()
                .body(Map.of(
                        "from",
                        AT.minusSeconds(1).toString(),
                        "to",
                        AT.plusSeconds(60).toString()))
                .post("/baselines")
                .then()
                .statusCode(201);
        setup().body("steps.find { it.step == 'health-checks' }.state", equalTo("open"));
        model.request()
                .header("If-Match", "*")
                .body(Map.of("silence", Map.of("enabled", true, "limit", "PT2H"), "drift", Map.of("enabled", true)))
                .put("/health-checks")
                .then()
                .statusCode(200);
        setup().body("groundTruthCount", equalTo(1))
                .body("groundTruthShare", equalTo(0.5f))
                .body("steps.state.unique()", equalTo(List.of("done")))
                .body("coverage.find { it.area == 'freshness' }.finding", endsWith("stop for 2 h."))
                .body("coverage.find { it.area == 'feature-drift' }.level", equalTo("watched"))
                .body("coverage.find { it.area == 'performance' }.level", equalTo("partly"))
                .body("coverage.find { it.area == 'performance' }.remedy", notNullValue());
    }

    @Test
    void aSkippedStepCanBeTakenUpAgain() {
        model.send(List.of(event("a"))).statusCode(202);
        model.request().put("/setup/skips/baseline").then().statusCode(204);
        model.request().put("/setup/skips/baseline").then().statusCode(204);
        setup().body("steps.find { it.step == 'baseline' }.state", equalTo("skipped"));
        model.request().delete("/setup/skips/baseline").then().statusCode(204);
        setup().body("steps.find { it.step == 'baseline' }.state", equalTo("open"));
        organization
                .as(Person.ORGANIZATION_ADMIN)
                .get("/audit-entries")
                .then()
                .body("items.action", hasItem("model.setup-step-skipped"))
                .body("items.action", hasItem("model.setup-step-resumed"));
    }

    @Test
    void whatEverythingElseNeedsCannotBeSkipped() {
        model.request().put("/setup/skips/key").then().statusCode(422).body("violations[0].field", equalTo("step"));
        model.request().put("/setup/skips/other").then().statusCode(422).body("violations[0].code", equalTo("unknown"));
    }

    private ValidatableResponse setup() {
        return model.request().get("/setup").then().statusCode(200);
    }

    private static Map<String, Object> event(String id) {
        return Map.of(
                "predictionId", id,
                "version", "1",
                "occurredAt", AT.toString(),
                "features", Map.of("size", 1.5),
                "prediction", Map.of("value", 1));
    }
}
