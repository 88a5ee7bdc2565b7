package io.tidewatch.analysis.stats.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Performance metrics against scikit-learn 1.2 on real predictions. */
class PerformanceGoldenTest {

    private static final JsonNode BINARY = ReferenceData.json("performance/binary.expected.json");

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.3})
    void binary(double threshold) {
        assertBinary(BINARY.get("threshold_" + threshold), row -> true, threshold);
    }

    @Test
    void binaryBySegment() {
        List<String> origins = ReferenceData.column("performance/binary.csv", "origin");
        BINARY.get("segments_by_origin_threshold_0.3")
                .properties()
                .forEach(segment ->
                        assertBinary(segment.getValue(), row -> origins.get(row).equals(segment.getKey()), 0.3));
    }

    private static void assertBinary(JsonNode expected, IntPredicate rows, double threshold) {
        double[] scores = ReferenceData.numbers("performance/binary.csv", "score");
        double[] truth = ReferenceData.numbers("performance/binary.csv", "delayed");
        NumberTableBuilder table = NumberTable.builder();
        for (int row = 0; row < scores.length; row++) {
            if (rows.test(row)) {
                table.add(scores[row], truth[row] == 0 ? 1 : 0, truth[row] == 1 ? 1 : 0);
            }
        }
        BinaryPerformance performance = BinaryPerformance.of(table.build());
        Map<String, Double> actual = values(performance.metrics(threshold));
        BinaryConfusion confusion = performance.confusion(threshold);
        actual.put("tp", confusion.truePositive());
        actual.put("fp", confusion.falsePositive());
        actual.put("tn", confusion.trueNegative());
        actual.put("fn", confusion.falseNegative());
        assertValues(expected, actual);
    }

    @Test
    void multiclass() {
        JsonNode expected = ReferenceData.json("performance/multiclass.expected.json");
        List<String> truth = ReferenceData.column("performance/multiclass.csv", "truth");
        List<String> prediction = ReferenceData.column("performance/multiclass.csv", "prediction");
        ConfusionMatrix.Builder builder = ConfusionMatrix.builder();
        for (int row = 0; row < truth.size(); row++) {
            builder.add(truth.get(row), prediction.get(row), 1);
        }
        List<String> labels = new ArrayList<>();
        expected.get("labels").forEach(label -> labels.add(label.asText()));
        ConfusionMatrix matrix = builder.build(labels);
        assertThat(matrix.labels()).isEqualTo(labels);
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < labels.size(); j++) {
                assertThat(matrix.count(i, j))
                        .isEqualTo(
                                expected.get("confusion_matrix").get(i).get(j).asLong());
            }
        }
        assertValues(expected, values(MulticlassPerformance.of(matrix).metrics()));
        // The order of the classes changes no metric.
        assertValues(expected, values(MulticlassPerformance.of(builder.build()).metrics()));
    }

    @Test
    void regression() {
        double[] truth = ReferenceData.numbers("performance/regression.csv", "delay");
        double[] prediction = ReferenceData.numbers("performance/regression.csv", "prediction");
        assertValues(
                ReferenceData.json("performance/regression.expected.json"),
                values(RegressionPerformance.of(truth, prediction).metrics()));
    }

    private static Map<String, Double> values(List<Metric> metrics) {
        return metrics.stream().collect(Collectors.toMap(Metric::name, Metric::value));
    }

    private static void assertValues(JsonNode expected, Map<String, Double> actual) {
        expected.properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                double value = entry.getValue().asDouble();
                assertThat(actual.get(entry.getKey()))
                        .as(entry.getKey())
                        .isNotNull()
                        .isCloseTo(value, within(1e-9 * Math.abs(value)));
            }
        });
    }
}
