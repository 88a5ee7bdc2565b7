package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.EventStore;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hourly counts say what the stored predictions say. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class RollupTest {

    private static final int EVENTS = 400;
    private static final String HOURS =
            "SELECT toStartOfHour(occurred_at) AS h, version, environment, %s FROM prediction WHERE %s"
                    + " GROUP BY h, version, environment ORDER BY h, version, environment";
    private static final String ROLLUPS = "SELECT bucket, version, environment, %s FROM feature_rollup WHERE %s"
            + " AND feature = '%s' GROUP BY bucket, version, environment ORDER BY bucket, version, environment";

    private final Instant start = Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .minus(Duration.ofDays(2))
            .minusSeconds(1_800);
    private final SplittableRandom random = new SplittableRandom(5);
    private TestOrganization organization;
    private TestModel model;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
        String[] features = {
            "size",
            "float64",
            "weight",
            "float32",
            "count",
            "int64",
            "when",
            "timestamp",
            "color",
            "category",
            "note",
            "text"
        };
        model = TestModel.create(organization, "regression")
                .version("1", Map.of(), features)
                .version("2", Map.of(), features);
    }

    @Test
    void everyHourVersionAndEnvironmentIsCounted() {
        send();
        send();
        assertSame("count()", "sum(n)", "");
        assertSame("count()", "sum(n)", "size");
        assertSame("countIf(isNaN(f64[1]))", "sum(missing)", "size");
        assertSame("countIf(isInfinite(f64[1]))", "sum(bad)", "size");
        assertSame("round(sumIf(f64[1], isFinite(f64[1])), 6)", "round(sum(value_sum), 6)", "size");
        assertSame("round(sumIf(f64[1] * f64[1], isFinite(f64[1])), 3)", "round(sum(square_sum), 3)", "size");
        assertSame("minIf(f64[1], isFinite(f64[1]))", "min(minimum)", "size");
        assertSame("maxIf(f64[1], isFinite(f64[1]))", "max(maximum)", "size");
        assertSame("countIf(isNaN(f32[1]))", "sum(missing)", "weight");
        assertSame("max(i64[1])", "toInt64(max(maximum))", "count");
        assertSame("countIf(i64[2] = toInt64('-9223372036854775808'))", "sum(missing)", "when");
        assertSame("countIf(text[1] IS NULL)", "sum(missing)", "note");
        assertSame("countIf(cat[1] IS NULL)", "sum(missing)", "color");
        assertSame("countIf(cat[1] = 'red')", "sumMap(categories)['red']", "color");
        assertSame("round(sum(predicted_value), 6)", "round(sum(value_sum), 6)", "prediction.value");
        // Parts of the output that a regression does not have are no variables of it.
        assertThat(EventStore.number("SELECT count() FROM feature_rollup WHERE " + own()
                        + " AND feature IN ('prediction.score', 'prediction.class')"))
                .isZero();
    }

    @Test
    void aFeatureWithManyCategoriesCountsTheFirstOnes() {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(event("1", "production", start, Map.of("color", "color-" + i)));
        }
        model.send(events).statusCode(202);
        assertThat(EventStore.run("SELECT sum(n), length(sumMap(categories)) FROM feature_rollup WHERE " + own()
                        + " AND feature = 'color'"))
                .isEqualTo("300\t100");
    }

    @Test
    void valuesAreCountedByTheBinsOfTheBaseline() {
        // With the other version, so that the plan of this one is not known yet.
        List<Map<String, Object>> reference = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            reference.add(event("2", "production", start, Map.of("size", random.nextInt(50))));
        }
        model.send(reference).statusCode(202);
        model.request()
                .body(Map.of(
                        "from",
                        start.minusSeconds(1).toString(),
                        "to",
                        start.plusSeconds(1).toString()))
                .post("/baselines")
                .then()
                .statusCode(201);
        List<Map<String, Object>> current = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            current.add(event("1", "production", start, Map.of("size", random.nextInt(-20, 70))));
        }
        model.send(current).statusCode(202);

        String edges = "(SELECT any(edges) FROM histogram_bin_set FINAL WHERE " + own() + " AND feature = 'size')";
        String raw = EventStore.run("SELECT sumMap(map(toInt16(arrayCount(edge -> edge < f64[1], " + edges
                + ")), toUInt64(1))) FROM prediction WHERE version = '1' AND " + own());
        assertThat(raw).contains("0:").contains("9:");
        assertThat(EventStore.run(
                        "SELECT sumMap(bins) FROM feature_rollup WHERE version = '1' AND feature = 'size' AND "
                                + own()))
                .isEqualTo(raw);
        assertThat(EventStore.number("SELECT count() FROM feature_rollup WHERE version = '1' AND feature = 'size'"
                        + " AND bin_set_id NOT IN (SELECT bin_set_id FROM histogram_bin_set WHERE " + own() + ") AND "
                        + own()))
                .isZero();
    }

    private void assertSame(String raw, String counted, String feature) {
        String expected = EventStore.run(HOURS.formatted(raw, own()));
        assertThat(expected.lines().count()).isGreaterThan(10);
        assertThat(EventStore.run(ROLLUPS.formatted(counted, own(), feature)))
                .as(feature + " " + counted)
                .isEqualTo(expected);
    }

    private void send() {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Map<String, Object> features = new LinkedHashMap<>();
            features.put("size", random.nextInt(10) == 0 ? "Infinity" : Integer.valueOf(random.nextInt(1_000)));
            features.put("weight", random.nextInt(100) / 4.0);
            features.put("count", random.nextInt(1_000_000));
            features.put("when", "2026-01-01T00:00:00Z");
            features.put("color", random.nextBoolean() ? "red" : "blue");
            features.put("note", "text");
            features.keySet().removeIf(ignored -> random.nextInt(8) == 0);
            events.add(event(
                    random.nextBoolean() ? "1" : "2",
                    random.nextBoolean() ? "production" : "staging",
                    start.plusSeconds(random.nextInt(4 * 3_600)),
                    features));
        }
        model.send(events).statusCode(202);
    }

    private Map<String, Object> event(
            String version, String environment, Instant occurredAt, Map<String, Object> features) {
        return Map.of(
                "version",
                version,
                "environment",
                environment,
                "occurredAt",
                occurredAt.toString(),
                "features",
                features,
                "prediction",
                Map.of("value", random.nextInt(1_000) / 10.0));
    }

    private String own() {
        return "organization_id = '" + organization.id() + "'";
    }
}
