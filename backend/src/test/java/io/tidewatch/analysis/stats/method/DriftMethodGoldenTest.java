package io.tidewatch.analysis.stats.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.analysis.stats.ReferenceData;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method against the values SciPy 1.10 gives for Evidently's formulas on real flights. */
class DriftMethodGoldenTest {

    record Expectation(String driftCase, String column, boolean numeric, String method, JsonNode expected) {
        @Override
        public String toString() {
            return driftCase + " " + column + " " + method;
        }
    }

    static Stream<Expectation> expectations() {
        List<Expectation> all = new ArrayList<>();
        for (String driftCase : List.of("flights-january-june", "flights-no-drift", "flights-small")) {
            JsonNode columns =
                    ReferenceData.json("drift/" + driftCase + "/expected.json").get("columns");
            columns.properties().forEach(column -> {
                boolean numeric =
                        "numerical".equals(column.getValue().get("type").asText());
                column.getValue()
                        .get("methods")
                        .properties()
                        .forEach(method -> all.add(new Expectation(
                                driftCase, column.getKey(), numeric, method.getKey(), method.getValue())));
            });
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void reproducesTheReferenceValue(Expectation expectation) {
        Optional<DriftMethod> method = DriftMethod.named(expectation.method());
        assertThat(method).as("method %s", expectation.method()).isPresent();
        ValueTable table = ReferenceData.table(expectation.driftCase(), expectation.column(), expectation.numeric());
        MethodResult result = method.orElseThrow().evaluate(table);
        JsonNode expected = expectation.expected();
        if (expected.has("error")) {
            // The other tool refuses windows of different size; ours answers, and has nothing to be compared with.
            return;
        }
        double score = expected.get("score").asDouble();
        assertThat(result.threshold()).isEqualTo(expected.get("threshold").asDouble());
        assertThat(result.score()).isCloseTo(score, within(tolerance(method.orElseThrow(), score)));
        if (!isPermutation(method.orElseThrow())) {
            assertThat(result.drifted()).isEqualTo(expected.get("drifted").asBoolean());
        }
    }

    private static double tolerance(DriftMethod method, double score) {
        if (isPermutation(method)) {
            // The expected value comes from 1,000 (TVD) or 100 (MMD) permutations, ours from about 1,000.
            double theirs = method == DriftMethod.TVD ? 1_000 : 100;
            double p = (score * theirs + 2) / (theirs + 4);
            return 4 * Math.sqrt(p * (1 - p) * (1 / theirs + 1 / 1_000.0));
        }
        return method.direction().isPValue() ? 1e-6 : 1e-9 * Math.abs(score);
    }

    private static boolean isPermutation(DriftMethod method) {
        return method == DriftMethod.TVD || method == DriftMethod.MMD;
    }
}
