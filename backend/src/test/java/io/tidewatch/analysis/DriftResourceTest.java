package io.tidewatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault in the data is seen where it is, when it is, and for what it is. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class DriftResourceTest {

    private static final int PER_DAY = 240;
    private static final int DAYS = 14;
    private static final int FAULT_DAY = 11;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS));
    private TestOrganization organization;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
    }

    @Test
    void aFaultIsFoundWhereItIsAndWhenItIs() {
        TestModel model = faultyModel(start);

        model.read("/drift", day(9), day(10))
                .statusCode(200)
                .body("status", equalTo("ok"))
                .body("n", equalTo(PER_DAY))
                .body("features.name", hasItem("prediction.score"))
                .body("features.status", not(hasItem("critical")));
        model.read("/drift", day(FAULT_DAY), day(FAULT_DAY + 1))
                .statusCode(200)
                .body("status", equalTo("critical"))
                .body("driftedFeatureCount", equalTo(2))
                .body("features[0].name", equalTo("distance"))
                .body("features[0].status", equalTo("critical"))
                .body("features[0].effect", greaterThan(0.25f))
                .body("features[0].qValue", lessThan(0.01f))
                .body("features[0].methods.psi.drifted", equalTo(true))
                .body("features[0].methods.ks.pValue", lessThan(0.05f))
                .body("features[0].methods.psi.threshold", equalTo(0.1f))
                .body("features[0].sparkline.reference", hasSize(10))
                .body("features[1].name", equalTo("origin"))
                .body("features[1].reason", startsWith("Drift: change of the missing rate"))
                .body("features[1].currentMissing", greaterThan(0))
                .body("reason", startsWith("2 of 5 features and outputs drifted, most of all distance"));
        model.read("/drift/distance", day(FAULT_DAY), day(FAULT_DAY + 1))
                .statusCode(200)
                .body("name", equalTo("distance"))
                .body("status", equalTo("critical"))
                .body("distribution.kind", equalTo("numeric"))
                .body("distribution.bins", hasSize(10))
                .body("distribution.bins.current.sum()", equalTo(PER_DAY))
                .body("distribution.bins[0].lower", nullValue());
        model.read("/drift/weekday", day(FAULT_DAY), day(FAULT_DAY + 1))
                .body("distribution.kind", equalTo("category"))
                .body("methods.chi_square.score", notNullValue())
                .body("methods.ks", nullValue());
        model.read("/drift-history?interval=P1D", day(8), day(DAYS))
                .statusCode(200)
                .body("features.name", hasItem("prediction.score"))
                .body("features.find { it.name == 'distance' }.points", hasSize(DAYS - 8))
                .body(
                        "features.find { it.name == 'distance' }.points.status",
                        contains("ok", "ok", "ok", "critical", "ok", "ok"))
                .body("features.find { it.name == 'distance' }.points.psi", everyItem(nullValue()));
        model.read("/drift/distance/history?interval=P1D", day(8), day(DAYS))
                .statusCode(200)
                .body("points", hasSize(DAYS - 8))
                .body("points[3].status", equalTo("critical"))
                .body("points[3].psi", greaterThan(0.1f))
                .body("points[3].ks", lessThan(1e-6f))
                .body("points[2].psi", lessThan(0.3f))
                .body("points[0].n", equalTo(PER_DAY));
        // Steps that the window cuts are read whole: half a day differs from a day by its hours alone.
        model.read(
                        "/drift/distance/history?interval=P1D",
                        start.plus(Duration.ofHours(8 * 24 + 11)).toString(),
                        start.plus(Duration.ofHours(DAYS * 24 - 5)).toString())
                .statusCode(200)
                .body("points.n", everyItem(equalTo(PER_DAY)))
                .body("points.status", contains("ok", "ok", "ok", "critical", "ok", "ok"))
                .body("points.complete", everyItem(equalTo(true)));
    }

    @Test
    void aStepThatIsNotOverIsNotJudged() {
        Instant now = Instant.now();
        TestModel model = faultyModel(now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofDays(DAYS)));

        List<Map<String, Object>> points = model.read(
                        "/drift/distance/history?interval=P7D",
                        now.minus(Duration.ofDays(DAYS)).toString(),
                        now.toString())
                .statusCode(200)
                .extract()
                .path("points");

        assertThat(points).anySatisfy(point -> assertThat(point).containsEntry("complete", true));
        assertThat(points)
                .filteredOn(point -> Instant.parse((String) point.get("end")).isAfter(now.plusSeconds(60)))
                .allSatisfy(point ->
                        assertThat(point).containsEntry("complete", false).containsEntry("status", "not-enough-data"));
    }

    @Test
    void aModelWithoutBaselineOrPredictionsSaysSo() {
        TestModel model = TestModel.create(organization, "regression").version("1", Map.of(), "a", "float64");
        model.read("/drift", day(0), day(1)).statusCode(404).body("code", equalTo("baseline-not-found"));
        model.request()
                .get("/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("no-data"))
                .body("lastPredictionAt", nullValue());
        model.read("/volume", day(0), day(1))
                .statusCode(200)
                .body("total", equalTo(0))
                .body("versions", empty());
        model.read("/performance", day(0), day(1))
                .statusCode(200)
                .body("points", empty())
                .body("overall", empty());

        model.send(List.of(event(0, 0, start, Map.of("a", 1)))).statusCode(202);
        model.request()
                .body(Map.of("from", day(0), "to", day(1)))
                .post("/baselines")
                .then()
                .statusCode(201);
        model.read("/drift", day(2), day(3))
                .statusCode(200)
                .body("n", equalTo(0))
                .body("status", equalTo("not-enough-data"))
                .body("reason", equalTo("The window holds no prediction."));
        model.read("/drift", day(0), day(1))
                .statusCode(200)
                .body("features.status", everyItem(equalTo("not-enough-data")));
    }

    @Test
    void aNewFeatureHasNoBaseline() {
        TestModel model = TestModel.create(organization, "regression").version("1", Map.of(), "a", "float64");
        model.send(List.of(event(0, 0, start, Map.of("a", 1)))).statusCode(202);
        model.request()
                .body(Map.of("from", day(0), "to", day(1)))
                .post("/baselines")
                .then()
                .statusCode(201);
        model.version("2", Map.of(), "a", "category", "b", "int64");
        model.read("/drift", day(0), day(1))
                .statusCode(200)
                .body("features.find { it.name == 'a' }.status", equalTo("no-baseline"))
                .body("features.find { it.name == 'b' }.status", equalTo("no-baseline"));
        model.read("/drift?version=1", day(0), day(1))
                .statusCode(200)
                .body("features.find { it.name == 'a' }.type", equalTo("float64"))
                .body("features.name", not(hasItem("b")));
    }

    @Test
    void healthIsTheDriftOfTheLastDayInASentence() {
        TestModel model =
                faultyModel(Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofDays(DAYS)));
        model.request()
                .get("/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("ok"))
                .body("reason", startsWith("Last 24 hours against week one: none of 5 features"))
                .body("baseline.name", equalTo("week one"))
                .body("featureCount", equalTo(5))
                .body("lastPredictionAt", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "/drift?to=2026-01-01T00:00:00Z, 422, from",
        "/drift?from=2026-01-01T00:00:00Z&to=x, 422, to",
        "/drift?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, 422, to",
        "/drift?from=2020-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, 422, to",
        "/volume?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&interval=x, 422, interval",
        "/volume?from=2025-03-01T00:00:00Z&to=2026-01-02T00:00:00Z&interval=PT1M, 422, interval",
        "/volume?from=2026-01-01T00:00:00Z&to=9999-01-02T00:00:00Z, 422, to"
    })
    void badParametersAreNamed(String path, int status, String field) {
        TestModel.create(organization, "regression")
                .request()
                .get(path)
                .then()
                .statusCode(status)
                .body("violations.field", hasItem(field));
    }

    @Test
    void whatDoesNotExistIsNamed() {
        TestModel model = faultyModel(start);
        model.read("/drift/nothing", day(0), day(1)).statusCode(404).body("code", equalTo("feature-not-found"));
        model.read("/drift/nothing/history", day(0), day(1)).statusCode(404).body("code", equalTo("feature-not-found"));
        model.read("/drift?version=7", day(0), day(1)).statusCode(404).body("code", equalTo("version-not-found"));
        model.read("/drift?baseline=nonsense", day(0), day(1))
                .statusCode(404)
                .body("code", equalTo("baseline-not-found"));
        model.read("/drift?baseline=00000000-0000-7000-8000-000000000000", day(0), day(1))
                .statusCode(404)
                .body("code", equalTo("baseline-not-found"));
    }

    @Test
    void volumeIsCountedByStepAndVersion() {
        TestModel model = faultyModel(start);
        model.read("/volume?interval=P1D", day(0), day(DAYS))
                .statusCode(200)
                .body("total", equalTo(DAYS * PER_DAY))
                .body("interval", equalTo("P1D"))
                .body("points", hasSize(DAYS))
                .body("points.count", everyItem(equalTo(PER_DAY)))
                .body("versions.version", contains("1"));
        model.read("/volume?environment=staging", day(0), day(DAYS)).body("total", equalTo(0));
    }

    /** Two weeks of flights; on one day distances come in kilometres and most origins are missing. */
    private TestModel faultyModel(Instant first) {
        TestModel model = TestModel.create(organization, "binary")
                .version(
                        "1",
                        Map.of("classes", List.of("on_time", "late")),
                        "distance",
                        "float64",
                        "hour",
                        "int64",
                        "weekday",
                        "category",
                        "origin",
                        "category");
        SplittableRandom random = new SplittableRandom(7);
        for (int day = 0; day < DAYS; day++) {
            List<Map<String, Object>> events = new ArrayList<>();
            for (int i = 0; i < PER_DAY; i++) {
                boolean fault = day == FAULT_DAY;
                Map<String, Object> features = new HashMap<>();
                features.put("distance", (200 + 100 * random.nextInt(20)) * (fault ? 1.609344 : 1));
                features.put("hour", i / 10);
                features.put("weekday", "day-" + random.nextInt(5));
                features.put("origin", fault && i % 4 != 0 ? null : "airport-" + random.nextInt(8));
                events.add(event(day, i, first.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(6L * i)), features));
            }
            model.send(events).statusCode(202).body("accepted", equalTo(PER_DAY));
        }
        model.pinBaseline("week one", first, first.plus(Duration.ofDays(8)))
                .body("predictionCount", equalTo(8 * PER_DAY));
        return model;
    }

    private static Map<String, Object> event(int day, int number, Instant at, Map<String, Object> features) {
        boolean regression = features.containsKey("a");
        return Map.of(
                "predictionId",
                day + "-" + number,
                "version",
                "1",
                "occurredAt",
                at.toString(),
                "features",
                features,
                "prediction",
                regression ? Map.of("value", 1) : Map.of("score", (number * 7 % 100) / 100.0));
    }

    private String day(int day) {
        return start.plus(Duration.ofDays(day)).toString();
    }
}
