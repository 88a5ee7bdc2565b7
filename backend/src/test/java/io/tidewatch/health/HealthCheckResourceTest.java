package io.tidewatch.health;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is chosen is what health says. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class HealthCheckResourceTest {

    private static final int PER_DAY = 240;
    private static final int DAYS = 9;

    private TestOrganization organization;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
    }

    @Test
    void healthObeysTheChoice() {
        TestModel model = faultyModel();
        health(model)
                .body("status", equalTo("critical"))
                .body("featureCount", equalTo(5))
                .body("driftedFeatureCount", equalTo(2))
                .body("checks.check", contains("drift", "silence"))
                .body("reason", startsWith("Last 24 hours against week one: 2 of 5 features and outputs drifted"));

        // Without the two that drifted, the others are one family and fine.
        put(model, 0, Map.of("drift", Map.of("enabled", true, "leftOut", List.of("distance", "origin"))))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("chosen", equalTo(true))
                .body("silence.enabled", equalTo(false))
                .body("drift.leftOut", contains("distance", "origin"));
        health(model)
                .body("status", equalTo("ok"))
                .body("featureCount", equalTo(3))
                .body("driftedFeatureCount", equalTo(0))
                .body(
                        "reason",
                        equalTo("Last 24 hours against week one: none of 3 watched features and outputs drifted."));

        put(
                        model,
                        1,
                        Map.of(
                                "silence", Map.of("enabled", true, "limit", "PT1M"),
                                "drift", Map.of("enabled", true, "leftOut", List.of("origin")),
                                "missingValues", limits("origin", 0.1)))
                .statusCode(200);
        health(model)
                .body("status", equalTo("no-data"))
                .body("checks.check", contains("silence", "drift", "missing-values"))
                .body("checks.status", contains("no-data", "critical", "warning"))
                .body("reason", startsWith("No prediction for "))
                .body(
                        "reason",
                        containsString("the limit is 1 min. Also: last 24 hours against week one: 1 of 4 watched"))
                .body("reason", containsString("missing values are above the limit in origin: 7"));

        // Everything off says so, and the usual checks come back.
        put(model, 2, Map.of()).statusCode(200);
        health(model).body("status", equalTo("unknown")).body("checks", hasSize(0));
        model.request()
                .header("If-Match", "\"3\"")
                .delete("/health-checks")
                .then()
                .statusCode(200)
                .body("chosen", equalTo(false))
                .body("revision", equalTo(4));
        health(model).body("status", equalTo("critical"));
    }

    @Test
    void groundTruthThatStaysAwayIsAWarning() {
        TestModel model = faultyModel();
        Map<String, Object> groundTruth = Map.of("enabled", true, "delay", "P1D", "minimumRatio", 0.8);
        put(model, 0, Map.of("groundTruth", groundTruth)).statusCode(200);
        health(model)
                .body("status", equalTo("warning"))
                .body(
                        "reason",
                        matchesPattern(
                                "(49|50)[.0-9]* % of 2(39|40|41) predictions have ground truth after 24 h; the limit is"
                                        + " 80 %\\."));
    }

    @Test
    void theSuggestionComesFromTheEventsAndSaysWhy() {
        TestModel model = faultyModel();
        model.request()
                .get("/health-checks/suggestion")
                .then()
                .statusCode(200)
                .body("silence.limit", equalTo("PT15M"))
                .body("silence.reason", startsWith("Over the last 9 days the longest usual pause was 6 min"))
                .body("drift.reason", equalTo("4 of 5 features and outputs can be judged against the baseline."))
                .body("drift.variables.find { it.name == 'flight' }.watched", equalTo(false))
                .body(
                        "drift.variables.find { it.name == 'flight' }.reason",
                        equalTo("Like an identifier: 1,920 different values in 1,920 predictions."))
                .body("missingValues.features.find { it.feature == 'origin' }.maximumRatio", notNullValue())
                .body("missingValues.features.find { it.feature == 'distance' }.maximumRatio", equalTo(0.01f))
                .body(
                        "missingValues.features.find { it.feature == 'distance' }.reason",
                        equalTo("Never missing in the baseline."))
                .body("groundTruth.suggested", equalTo(true))
                .body("groundTruth.delay", equalTo("PT1H"))
                .body("groundTruth.minimumRatio", equalTo(0.45f))
                .body(
                        "groundTruth.reason",
                        startsWith("95 of 100 ground truths came within 1 h. Of older predictions, 50 %"));
    }

    @Test
    void aNewModelGetsTheUsualLimitsAndIsToldWhy() {
        TestModel model = TestModel.create(organization, "regression").version("1", Map.of(), "a", "float64");
        model.request()
                .get("/health-checks/suggestion")
                .then()
                .statusCode(200)
                .body("silence.limit", equalTo("PT24H"))
                .body("silence.reason", containsString("No prediction has arrived yet"))
                .body("drift.suggested", equalTo(true))
                .body("drift.reason", containsString("No baseline is pinned yet"))
                .body("missingValues.suggested", equalTo(false))
                .body("missingValues.features[0].maximumRatio", nullValue())
                .body("groundTruth.suggested", equalTo(false));
        model.request()
                .get("/health-checks")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("chosen", equalTo(false))
                .body("silence.limit", equalTo("PT24H"))
                .body("drift.enabled", equalTo(true))
                .body("changedAt", nullValue());
    }

    @Test
    void aChangeNeedsTheRevisionItIsBasedOnAndIsAudited() {
        TestModel model = TestModel.create(organization, "regression").version("1", Map.of(), "a", "float64");
        Map<String, Object> silence = Map.of("silence", Map.of("enabled", true, "limit", "PT2H"));
        model.request()
                .body(silence)
                .put("/health-checks")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        put(model, 0, silence).statusCode(200);
        put(model, 0, silence).statusCode(412).body("code", equalTo("precondition-failed"));
        // The same again is no change.
        put(model, 1, silence).statusCode(200).body("revision", equalTo(1));
        organization
                .as(Person.ORGANIZATION_ADMIN)
                .get("/audit-entries")
                .then()
                .body("items.findAll { it.action == 'health-checks.changed' }", hasSize(1))
                .body("items.find { it.action == 'health-checks.changed' }.before.chosen", equalTo(false))
                .body(
                        "items.find { it.action == 'health-checks.changed' }.before.checks.silence.limit",
                        equalTo("PT24H"))
                .body(
                        "items.find { it.action == 'health-checks.changed' }.after.checks.silence.limit",
                        equalTo("PT2H"));
    }

    @Test
    void everyBadFieldIsNamed() {
        TestModel model = TestModel.create(organization, "regression").version("1", Map.of(), "a", "float64");
        put(
                        model,
                        0,
                        Map.of(
                                "silence", Map.of("enabled", true, "limit", "soon"),
                                "drift",
                                        Map.of("enabled", true, "leftOut", List.of("a", "nothing", "prediction.value")),
                                "missingValues", limits("prediction.value", 0.1),
                                "groundTruth", Map.of("enabled", true, "delay", "P90D", "minimumRatio", 1.5)))
                .statusCode(422)
                .body(
                        "violations.field",
                        contains(
                                "silence.limit",
                                "drift.leftOut[1]",
                                "drift.leftOut",
                                "missingValues.limits[0].feature",
                                "groundTruth.minimumRatio",
                                "groundTruth.delay"));
        put(model, 0, Map.of("missingValues", Map.of("enabled", true, "limits", List.of())))
                .statusCode(422)
                .body("violations.field", hasItem("missingValues.limits"));
    }

    @Test
    void nothingInAListIsABadFieldToo() {
        TestModel model = TestModel.create(organization, "regression").version("1", Map.of(), "a", "float64");
        List<Object> nothing = Collections.singletonList(null);
        put(
                        model,
                        0,
                        Map.of(
                                "drift", Map.of("enabled", true, "leftOut", nothing),
                                "missingValues", Map.of("enabled", true, "limits", nothing)))
                .statusCode(422)
                .body("violations.field", contains("drift.leftOut[0]", "missingValues.limits[0].feature"));
    }

    private static Map<String, Object> limits(String feature, double ratio) {
        return Map.of("enabled", true, "limits", List.of(Map.of("feature", feature, "maximumRatio", ratio)));
    }

    private static ValidatableResponse put(TestModel model, int revision, Map<String, Object> checks) {
        return model.request()
                .header("If-Match", "\"" + revision + "\"")
                .body(checks)
                .put("/health-checks")
                .then()
                .log()
                .ifValidationFails();
    }

    private static ValidatableResponse health(TestModel model) {
        return model.request().get("/health").then().log().ifValidationFails().statusCode(200);
    }

    /** Nine days, one flight every six minutes; on the last day distances are in kilometres and most origins missing. */
    private TestModel faultyModel() {
        Instant first = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofDays(DAYS));
        TestModel model = TestModel.create(organization, "binary")
                .version(
                        "1",
                        Map.of("classes", List.of("on_time", "late")),
                        "distance",
                        "float64",
                        "origin",
                        "category",
                        "weekday",
                        "category",
                        "flight",
                        "category");
        SplittableRandom random = new SplittableRandom(7);
        for (int day = 0; day < DAYS; day++) {
            boolean fault = day == DAYS - 1;
            List<Map<String, Object>> events = new ArrayList<>();
            List<Map<String, Object>> truths = new ArrayList<>();
            for (int i = 0; i < PER_DAY; i++) {
                Instant at = first.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(6L * i));
                String id = day + "-" + i;
                Map<String, Object> features = new HashMap<>();
                features.put("distance", (200 + 100 * random.nextInt(20)) * (fault ? 1.609344 : 1));
                features.put("origin", fault && i % 4 != 0 ? null : "airport-" + random.nextInt(8));
                features.put("weekday", "day-" + random.nextInt(5));
                features.put("flight", "flight-" + id);
                events.add(Map.of(
                        "predictionId",
                        id,
                        "version",
                        "1",
                        "occurredAt",
                        at.toString(),
                        "features",
                        features,
                        "prediction",
                        Map.of("score", (i * 7 % 100) / 100.0)));
                if (i % 2 == 0 && at.plus(Duration.ofHours(1)).isBefore(Instant.now())) {
                    truths.add(Map.of(
                            "predictionId",
                            id,
                            "class",
                            i % 8 == 0 ? "late" : "on_time",
                            "observedAt",
                            at.plus(Duration.ofHours(1)).toString()));
                }
            }
            model.send(events).statusCode(202).body("accepted", equalTo(PER_DAY));
            model.sendTruth(truths).statusCode(202);
        }
        model.pinBaseline("week one", first, first.plus(Duration.ofDays(8)));
        return model;
    }
}
