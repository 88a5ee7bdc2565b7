package io.tidewatch.analysis.stats.estimation;

import io.tidewatch.analysis.stats.NumberTable;
import java.util.Arrays;

/**
 * Turns a score into a probability by isotonic regression on rows with ground truth: the non-decreasing step function of
 * least squares (pool adjacent violators), linear between the ends of its steps, and constant outside the scores seen
 * (clipped). The same as scikit-learn's {@code IsotonicRegression(out_of_bounds="clip")}.
 */
public final class IsotonicCalibration {

    private final double[] scores;
    private final double[] probabilities;

    private IsotonicCalibration(double[] scores, double[] probabilities) {
        this.scores = scores;
        this.probabilities = probabilities;
    }

    /**
     * Fits the calibration.
     *
     * @param reference score table of rows with ground truth: reference counts are negatives, current counts positives;
     *     must not be empty
     */
    public static IsotonicCalibration fit(NumberTable reference) {
        int size = reference.size();
        if (size == 0) {
            throw new IllegalArgumentException("calibration needs at least one row with ground truth");
        }
        double[] mean = new double[size];
        double[] weight = new double[size];
        int[] first = new int[size];
        int blocks = 0;
        for (int row = 0; row < size; row++) {
            double rows = (double) reference.referenceCount(row) + reference.currentCount(row);
            mean[blocks] = reference.currentCount(row) / rows;
            weight[blocks] = rows;
            first[blocks] = row;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
                double joined = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * weight[blocks - 2] + mean[blocks - 1] * weight[blocks - 1]) / joined;
                weight[blocks - 2] = joined;
                blocks--;
            }
        }
        double[] scores = new double[2 * blocks];
        double[] probabilities = new double[2 * blocks];
        int knots = 0;
        for (int block = 0; block < blocks; block++) {
            int last = block + 1 < blocks ? first[block + 1] - 1 : size - 1;
            scores[knots] = reference.value(first[block]);
            probabilities[knots++] = mean[block];
            if (last > first[block]) {
                scores[knots] = reference.value(last);
                probabilities[knots++] = mean[block];
            }
        }
        return new IsotonicCalibration(Arrays.copyOf(scores, knots), Arrays.copyOf(probabilities, knots));
    }

    /** The probability of the positive class at this score. */
    public double probability(double score) {
        int position = Arrays.binarySearch(scores, score);
        if (position >= 0) {
            return probabilities[position];
        }
        int right = -position - 1;
        if (right == 0) {
            return probabilities[0];
        }
        if (right == scores.length) {
            return probabilities[scores.length - 1];
        }
        double share = (score - scores[right - 1]) / (scores[right] - scores[right - 1]);
        return probabilities[right - 1] + share * (probabilities[right] - probabilities[right - 1]);
    }

    /** Lowest score seen when fitting; below it the probability is an extrapolation. */
    public double lowestScore() {
        return scores[0];
    }

    /** Highest score seen when fitting. */
    public double highestScore() {
        return scores[scores.length - 1];
    }
}
