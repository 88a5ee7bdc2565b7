package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionTest {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void keepsEveryTypeOfFeatureInOrder() {
        Prediction prediction = Prediction.builder()
                .feature("double", 1.5)
                .feature("long", 2L)
                .feature("int", 3)
                .feature("boolean", true)
                .feature("text", "ATL")
                .feature("enum", DayOfWeek.MONDAY)
                .feature("instant", TIME)
                .feature("boxed", Integer.valueOf(4))
                .feature("decimal", new BigDecimal("5.25"))
                .feature("nan", Double.NaN)
                .missing("missing")
                .build();

        assertThat(prediction.features())
                .containsExactly(
                        entry("double", 1.5),
                        entry("long", 2L),
                        entry("int", 3L),
                        entry("boolean", true),
                        entry("text", "ATL"),
                        entry("enum", "MONDAY"),
                        entry("instant", TIME),
                        entry("boxed", 4L),
                        entry("decimal", 5.25),
                        entry("nan", Double.NaN),
                        entry("missing", null));
    }

    @Test
    void takesNullsAsMissing() {
        Prediction prediction = Prediction.builder()
                .feature("text", (String) null)
                .feature("number", (Number) null)
                .feature("bool", (Boolean) null)
                .feature("time", (Instant) null)
                .feature("enum", (DayOfWeek) null)
                .feature("floats", (float[]) null)
                .feature("doubles", (double[]) null)
                .build();

        assertThat(prediction.features())
                .hasSize(7)
                .allSatisfy((name, value) -> assertThat(value).isNull());
        assertThat(prediction.problem()).isNull();
    }

    @Test
    void copiesEmbeddings() {
        float[] floats = {1, 2};
        double[] doubles = {3, 4};
        Prediction prediction =
                Prediction.builder().feature("f", floats).feature("d", doubles).build();
        floats[0] = 9;
        doubles[0] = 9;

        assertThat((float[]) prediction.features().get("f")).containsExactly(1, 2);
        assertThat((double[]) prediction.features().get("d")).containsExactly(3, 4);
    }

    @Test
    void takesAMapOfMixedValues() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("a", 1);
        values.put("b", "x");
        values.put("c", null);
        values.put("d", false);
        Prediction prediction = Prediction.builder().features(values).build();

        assertThat(prediction.features())
                .containsExactly(entry("a", 1L), entry("b", "x"), entry("c", null), entry("d", false));
    }

    @Test
    void theLaterOfTwoValuesOfOneFeatureCounts() {
        qt().forAll(lists().of(integers().between(0, 20)).ofSizeBetween(0, 60)).checkAssert(names -> {
            PredictionBuilder builder = Prediction.builder(1);
            Map<String, Object> expected = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                builder.feature("f" + names.get(i), i);
                expected.put("f" + names.get(i), (long) i);
            }
            Prediction prediction = builder.build();
            assertThat(prediction.features()).isEqualTo(expected);
            assertThat(visited(prediction)).containsExactlyInAnyOrderElementsOf(expected.keySet());
        });
    }

    @Test
    void aBuilderUsedAgainDoesNotChangeWhatItBuilt() {
        PredictionBuilder builder =
                Prediction.builder().feature("a", 1).segment("s", "1").score("x", 0.1);
        Prediction first = builder.build();
        Prediction second = builder.feature("b", 2)
                .removeFeature("a")
                .segment("s", "2")
                .segment("t", "3")
                .score("x", 0.2)
                .score("y", 0.3)
                .build();

        assertThat(first.features()).containsExactly(entry("a", 1L));
        assertThat(first.segments()).containsExactly(entry("s", "1"));
        assertThat(first.scores()).containsExactly(entry("x", 0.1));
        assertThat(second.features()).containsExactly(entry("b", 2L));
        assertThat(second.segments()).containsExactly(entry("s", "2"), entry("t", "3"));
        assertThat(second.scores()).containsExactly(entry("x", 0.2), entry("y", 0.3));
    }

    @Test
    void aBuilderMadeFromAPredictionStartsWithEverything() {
        Prediction original = Prediction.builder()
                .predictionId("id")
                .version("3")
                .environment("staging")
                .entityId("customer")
                .traceId("4bf92f3577b34da6a3ce929d0e0e4736")
                .occurredAt(TIME)
                .feature("a", 1)
                .score(0.5)
                .score("x", 0.5)
                .predictedClass("x")
                .predictedValue(7)
                .segment("s", "1")
                .latency(Duration.ofMillis(3))
                .build();
        Prediction copy = original.toBuilder().build();

        assertThat(copy).usingRecursiveComparison().isEqualTo(original);
    }

    @Test
    void neverThrowsForWhatItCannotUse() {
        Map<String, Object> oddMap = new HashMap<>();
        oddMap.put("a", new Object());
        List<PredictionBuilder> odd = List.of(
                Prediction.builder().feature(null, 1),
                Prediction.builder().feature("", 1),
                Prediction.builder().features(oddMap),
                Prediction.builder().predictionId(""),
                Prediction.builder().predictionId("x".repeat(129)),
                Prediction.builder().score(null, 0.5),
                Prediction.builder().segment(null, "x"));

        assertThat(odd)
                .allSatisfy(builder -> assertThat(builder.build().problem()).isNotNull());
    }

    @Test
    void ignoresWhatIsHarmless() {
        Prediction prediction = Prediction.builder(-5)
                .features(null)
                .scores(null)
                .segment("s", null)
                .latency(null)
                .latency(Duration.ofSeconds(-1))
                .latency(Duration.ofSeconds(Long.MAX_VALUE))
                .traceId("not a trace id")
                .traceparent("nonsense")
                .entityId(null)
                .removeFeature("not there")
                .build();

        assertThat(prediction.problem()).isNull();
        assertThat(prediction.segments()).isEmpty();
        assertThat(prediction.latency()).isNull();
        assertThat(prediction.traceId()).isNull();
    }

    @Test
    void doesNotShowValuesAsText() {
        String text = Prediction.builder()
                .feature("email", "a@example.com")
                .entityId("customer-7")
                .build()
                .toString();

        assertThat(text).contains("email").doesNotContain("example.com").doesNotContain("customer-7");
    }

    @Test
    void growsWithWhatItHolds() {
        int small = Prediction.builder().feature("a", 1).build().heapBytes();
        int text = Prediction.builder().feature("a", "x".repeat(1000)).build().heapBytes();
        int vector = Prediction.builder().feature("a", new double[1000]).build().heapBytes();

        assertThat(text - small).isBetween(1000, 1100);
        assertThat(vector - small).isBetween(8000, 8100);
    }

    private static List<String> visited(Prediction prediction) {
        List<String> names = new ArrayList<>();
        prediction.forEachFeature(new FeatureVisitor() {
            @Override
            public void number(String name, double value) {
                names.add(name);
            }

            @Override
            public void integer(String name, long value) {
                names.add(name);
            }

            @Override
            public void bool(String name, boolean value) {
                names.add(name);
            }

            @Override
            public void text(String name, String value) {
                names.add(name);
            }

            @Override
            public void timestamp(String name, Instant value) {
                names.add(name);
            }

            @Override
            public void embedding(String name, float[] value) {
                names.add(name);
            }

            @Override
            public void embedding(String name, double[] value) {
                names.add(name);
            }

            @Override
            public void missing(String name) {
                names.add(name);
            }
        });
        return names;
    }
}
