package io.tidewatch.analysis.stats.performance;

import io.tidewatch.analysis.stats.NumberTable;

/** How well probabilities match frequencies. */
final class Calibration {

    private static final int BINS = 10;

    private Calibration() {}

    /** Mean gap between mean score and share of positives over ten equal-width bins, weighted by rows; 0 to 1. */
    static double expectedError(NumberTable scores) {
        double[] scoreSum = new double[BINS];
        double[] positives = new double[BINS];
        double n = 0;
        for (int row = 0; row < scores.size(); row++) {
            int bin = Math.min(BINS - 1, (int) (scores.value(row) * BINS));
            double rows = (double) scores.referenceCount(row) + scores.currentCount(row);
            scoreSum[bin] += rows * scores.value(row);
            positives[bin] += scores.currentCount(row);
            n += rows;
        }
        double gap = 0;
        for (int bin = 0; bin < BINS; bin++) {
            gap += Math.abs(scoreSum[bin] - positives[bin]);
        }
        return gap / n;
    }
}
