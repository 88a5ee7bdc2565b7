package io.tidewatch.analysis.stats.performance;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Bootstrap intervals of the two metrics that compare errors with the spread of the truth. Rows are resampled with
 * Poisson weights, which needs one pass per resample and no copy; above 200,000 rows a fixed share of them is used, with
 * the interval scaled to all rows. The seed is fixed.
 */
final class RegressionBootstrap {

    private static final int RESAMPLES = 200;
    private static final int MAX_ROWS = 200_000;
    private static final long SEED = 20_010_101;

    private final double[] r2 = new double[RESAMPLES];
    private final double[] explained = new double[RESAMPLES];
    private final double shrink;
    private final boolean defined;

    RegressionBootstrap(double[] truth, double[] errors) {
        int stride = Math.max(1, truth.length / MAX_ROWS);
        this.shrink = Math.sqrt(1.0 / stride);
        this.defined = truth.length >= 10 && Means.variance(truth) > 0;
        if (!defined) {
            return;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double centre = Means.mean(truth);
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double weights = 0;
            double truthSum = 0;
            double truthSquares = 0;
            double errorSum = 0;
            double errorSquares = 0;
            for (int row = 0; row < truth.length; row += stride) {
                double weight = CountSampler.poisson(random, 1);
                double deviation = truth[row] - centre;
                weights += weight;
                truthSum += weight * deviation;
                truthSquares += weight * deviation * deviation;
                errorSum += weight * errors[row];
                errorSquares += weight * errors[row] * errors[row];
            }
            double spread = truthSquares - truthSum * truthSum / weights;
            r2[resample] = 1 - errorSquares / spread;
            explained[resample] = 1 - (errorSquares - errorSum * errorSum / weights) / spread;
        }
        Arrays.sort(r2);
        Arrays.sort(explained);
    }

    Interval r2() {
        return interval(r2);
    }

    Interval explainedVariance() {
        return interval(explained);
    }

    private Interval interval(double[] sorted) {
        if (!defined) {
            return Interval.NONE;
        }
        double middle = Means.quantile(sorted, 0.5);
        double low = middle + shrink * (Means.quantile(sorted, 0.025) - middle);
        double high = middle + shrink * (Means.quantile(sorted, 0.975) - middle);
        return new Interval(low, Math.min(1, high));
    }
}
