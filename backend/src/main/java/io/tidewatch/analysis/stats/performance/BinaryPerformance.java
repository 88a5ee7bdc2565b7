package io.tidewatch.analysis.stats.performance;

import io.tidewatch.analysis.stats.NumberTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Performance of a binary classifier that gives a score, from its score table: distinct scores with the number of
 * negatives and positives that received each.
 *
 * <p>The table is a {@link NumberTable} whose reference counts are negatives and whose current counts are positives, so
 * the database can group rows by score and nothing here depends on their number.
 */
public final class BinaryPerformance {

    /** Smallest distance of a probability to 0 and 1 in the log loss, as scikit-learn clips doubles. */
    private static final double CLIP = Math.ulp(1.0);

    private final NumberTable scores;
    private final double negatives;
    private final double positives;

    private BinaryPerformance(NumberTable scores) {
        this.scores = scores;
        this.negatives = scores.referenceTotal();
        this.positives = scores.currentTotal();
    }

    /**
     * Performance of a score table.
     *
     * @param scores reference counts are negatives, current counts are positives
     */
    public static BinaryPerformance of(NumberTable scores) {
        return new BinaryPerformance(scores);
    }

    /** Confusion matrix when scores at or above the threshold are predicted positive. */
    public BinaryConfusion confusion(double threshold) {
        long truePositive = 0;
        long falsePositive = 0;
        for (int row = scores.size() - 1; row >= 0 && scores.value(row) >= threshold; row--) {
            truePositive += scores.currentCount(row);
            falsePositive += scores.referenceCount(row);
        }
        return new BinaryConfusion(truePositive, falsePositive, negatives - falsePositive, positives - truePositive);
    }

    /** All metrics at a threshold: those of the confusion matrix, then those of the score. */
    public List<Metric> metrics(double threshold) {
        List<Metric> metrics = new ArrayList<>(confusion(threshold).metrics());
        metrics.addAll(scoreMetrics());
        return metrics;
    }

    /** Metrics that do not depend on a threshold. */
    public List<Metric> scoreMetrics() {
        long n = scores.referenceTotal() + scores.currentTotal();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(RocCurve.area(scores));
        double averagePrecision = averagePrecision();
        double precisionError = 1 / Math.sqrt(positives * averagePrecision * (1 - averagePrecision));
        metrics.add(
                Metric.of("average_precision", averagePrecision, Interval.logit(averagePrecision, precisionError), n));
        if (areProbabilities()) {
            metrics.add(meanLoss("log_loss", BinaryPerformance::logLoss, n));
            metrics.add(meanLoss("brier", (score, positive) -> square(score - (positive ? 1 : 0)), n));
            metrics.add(Metric.without("expected_calibration_error", Calibration.expectedError(scores), n));
        }
        metrics.add(Metric.without("ks_statistic", RocCurve.largestGap(scores), n));
        metrics.add(Metric.without("lift_at_10_percent", Gains.lift(scores, 0.1), n));
        metrics.add(Metric.without("gain_at_10_percent", Gains.gain(scores, 0.1), n));
        return metrics;
    }

    /** Whether all scores lie in 0..1; log loss, Brier score and calibration need probabilities. */
    public boolean areProbabilities() {
        int size = scores.size();
        return size > 0
                && scores.value(0) >= 0
                && scores.value(size - 1) <= 1
                && scores.referenceInfinite() + scores.currentInfinite() == 0;
    }

    /** Mean precision over the positives in order of their score: sum of (R_i - R_i-1) P_i; NaN without positives. */
    public double averagePrecision() {
        if (positives == 0) {
            return Double.NaN;
        }
        double sum = 0;
        double truePositive = 0;
        double predicted = 0;
        for (int row = scores.size() - 1; row >= 0; row--) {
            truePositive += scores.currentCount(row);
            predicted += (double) scores.currentCount(row) + scores.referenceCount(row);
            sum += scores.currentCount(row) / positives * (truePositive / predicted);
        }
        return sum;
    }

    private interface Loss {
        double of(double score, boolean positive);
    }

    private static double logLoss(double score, boolean positive) {
        double clipped = Math.clamp(score, CLIP, 1 - CLIP);
        return -Math.log(positive ? clipped : 1 - clipped);
    }

    private Metric meanLoss(String name, Loss loss, long n) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < scores.size(); row++) {
            double ofNegative = loss.of(scores.value(row), false);
            double ofPositive = loss.of(scores.value(row), true);
            sum += scores.referenceCount(row) * ofNegative + scores.currentCount(row) * ofPositive;
            squares += scores.referenceCount(row) * square(ofNegative) + scores.currentCount(row) * square(ofPositive);
        }
        double mean = sum / n;
        double error = Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
        return Metric.of(name, mean, Interval.normal(mean, error, 0, Double.POSITIVE_INFINITY), n);
    }

    private static double square(double value) {
        return value * value;
    }
}
