package io.tidewatch.analysis.stats.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.ReferenceData;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates of CBPE against values computed with scikit-learn's isotonic regression. */
class EstimationGoldenTest {

    private static final JsonNode EXPECTED = ReferenceData.json("performance/estimation.expected.json");

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.3})
    void estimatesTheExpectedValues(double threshold) {
        Map<String, Estimate> estimates = estimate().estimates(threshold).stream()
                .collect(Collectors.toMap(Estimate::name, estimate -> estimate));
        EXPECTED.get("threshold_" + threshold).properties().forEach(entry -> {
            double value = entry.getValue().asDouble();
            assertThat(estimates).containsKey(entry.getKey());
            assertThat(estimates.get(entry.getKey()).value()).as(entry.getKey()).isCloseTo(value, within(1e-9 * value));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"accuracy", "precision", "recall", "f1", "specificity", "roc_auc"})
    void theBandHoldsTheRealisedValue(String metric) {
        double realised = EXPECTED.get("realised_threshold_0.2").get(metric).asDouble();
        Estimate estimate = estimate().estimates(0.2).stream()
                .filter(candidate -> candidate.name().equals(metric))
                .findFirst()
                .orElseThrow();
        assertThat(realised).isBetween(estimate.lower(), estimate.upper());
    }

    private static ConfidenceBasedEstimate estimate() {
        double[] scores = ReferenceData.numbers("performance/estimation.reference.csv", "score");
        double[] truth = ReferenceData.numbers("performance/estimation.reference.csv", "delayed");
        NumberTableBuilder reference = NumberTable.builder();
        for (int row = 0; row < scores.length; row++) {
            reference.add(scores[row], truth[row] == 0 ? 1 : 0, truth[row] == 1 ? 1 : 0);
        }
        double[] current = ReferenceData.numbers("performance/estimation.current.csv", "score");
        return ConfidenceBasedEstimate.of(
                IsotonicCalibration.fit(reference.build()), NumberTable.ofSamples(new double[0], current));
    }
}
