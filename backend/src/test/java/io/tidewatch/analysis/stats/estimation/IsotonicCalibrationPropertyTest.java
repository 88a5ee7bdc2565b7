package io.tidewatch.analysis.stats.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.Samples;
import org.junit.jupiter.api.Test;

class IsotonicCalibrationPropertyTest {

    @Test
    void neverFallsStaysWithinZeroAndOneAndKeepsTheMean() {
        qt().forAll(Samples.numbers(1, 60), Samples.numbers(1, 60)).checkAssert((negatives, positives) -> {
            NumberTable scores = Samples.table(negatives, positives);
            IsotonicCalibration calibration = IsotonicCalibration.fit(scores);
            double sum = 0;
            double last = calibration.probability(Double.NEGATIVE_INFINITY);
            for (int row = 0; row < scores.size(); row++) {
                double probability = calibration.probability(scores.value(row));
                assertThat(probability).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(last);
                last = probability;
                sum += probability * (scores.referenceCount(row) + scores.currentCount(row));
            }
            assertThat(sum).isCloseTo(positives.size(), within(1e-9 * positives.size()));
            assertThat(calibration.probability(Double.POSITIVE_INFINITY)).isGreaterThanOrEqualTo(last);
        });
    }
}
