package io.tidewatch.analysis.stats.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void wilsonAsPublished() {
        // Wilson (1927), computed to more digits with Python 3.11.
        Interval interval = Interval.wilson(8, 29);
        assertThat(interval.lower()).isCloseTo(0.146988, within(1e-6));
        assertThat(interval.upper()).isCloseTo(0.457171, within(1e-6));
        assertThat(Interval.wilson(0, 10).lower()).isZero();
        assertThat(Interval.wilson(10, 10).upper()).isEqualTo(1);
        assertThat(Interval.wilson(0, 0).lower()).isNaN();
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(5);
        int runs = 400;
        int areaInside = 0;
        int accuracyInside = 0;
        int errorInside = 0;
        // A normal score shifted by 1 has the area 0.7602, and at the threshold 0.5 the accuracy 0.6915.
        for (int run = 0; run < runs; run++) {
            NumberTableBuilder scores = NumberTable.builder();
            double[] truth = new double[200];
            double[] prediction = new double[200];
            for (int row = 0; row < 200; row++) {
                boolean positive = row % 2 == 0;
                scores.add(random.nextGaussian() + (positive ? 1 : 0), positive ? 0 : 1, positive ? 1 : 0);
                truth[row] = 10 * random.nextGaussian();
                prediction[row] = truth[row] + random.nextGaussian();
            }
            List<Metric> metrics = BinaryPerformance.of(scores.build()).metrics(0.5);
            areaInside += holds(metrics, "roc_auc", 0.760250) ? 1 : 0;
            accuracyInside += holds(metrics, "accuracy", 0.691462) ? 1 : 0;
            List<Metric> errors = RegressionPerformance.of(truth, prediction).metrics();
            errorInside += holds(errors, "mae", Math.sqrt(2 / Math.PI)) ? 1 : 0;
        }
        assertThat((double) areaInside / runs).isBetween(0.92, 0.98);
        assertThat((double) accuracyInside / runs).isBetween(0.92, 0.98);
        assertThat((double) errorInside / runs).isBetween(0.92, 0.98);
    }

    private static boolean holds(List<Metric> metrics, String name, double value) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .allMatch(metric -> metric.lower() <= value && value <= metric.upper());
    }
}
