package io.tidewatch.analysis.stats.performance;

import io.tidewatch.analysis.stats.NumberTable;

/** The curve of true against false positive rates of a score table. */
final class RocCurve {

    private RocCurve() {}

    /**
     * Area under the curve: probability that a positive scores above a negative, ties counting half; NaN for one class
     * only. Interval by DeLong's variance (1988) on the logit scale.
     */
    static Metric area(NumberTable scores) {
        long n = scores.referenceTotal() + scores.currentTotal();
        double negatives = scores.referenceTotal();
        double positives = scores.currentTotal();
        if (negatives == 0 || positives == 0) {
            return Metric.without("roc_auc", Double.NaN, n);
        }
        double area = 0;
        double squaresOfPositives = 0;
        double negativesBelow = 0;
        for (int row = 0; row < scores.size(); row++) {
            double placement = (negativesBelow + scores.referenceCount(row) / 2.0) / negatives;
            area += scores.currentCount(row) * placement;
            squaresOfPositives += scores.currentCount(row) * placement * placement;
            negativesBelow += scores.referenceCount(row);
        }
        area /= positives;
        double squaresOfNegatives = 0;
        double positivesAbove = positives;
        for (int row = 0; row < scores.size(); row++) {
            positivesAbove -= scores.currentCount(row);
            double placement = (positivesAbove + scores.currentCount(row) / 2.0) / positives;
            squaresOfNegatives += scores.referenceCount(row) * placement * placement;
        }
        double variance = spread(squaresOfPositives, area, positives) + spread(squaresOfNegatives, area, negatives);
        double logitError = Math.sqrt(variance) / (area * (1 - area));
        return Metric.of("roc_auc", area, Interval.logit(area, logitError), n);
    }

    private static double spread(double squares, double mean, double n) {
        return n < 2 ? Double.NaN : Math.max(0, squares - n * mean * mean) / (n - 1) / n;
    }

    /** Largest excess of the true over the false positive rate at any threshold, at least 0; NaN for one class only. */
    static double largestGap(NumberTable scores) {
        double negatives = scores.referenceTotal();
        double positives = scores.currentTotal();
        if (negatives == 0 || positives == 0) {
            return Double.NaN;
        }
        double largest = 0;
        double negativesBelow = 0;
        double positivesBelow = 0;
        for (int row = 0; row < scores.size(); row++) {
            negativesBelow += scores.referenceCount(row);
            positivesBelow += scores.currentCount(row);
            largest = Math.max(largest, negativesBelow / negatives - positivesBelow / positives);
        }
        return largest;
    }
}
