package io.tidewatch.analysis.stats.performance;

import io.tidewatch.analysis.stats.NumberTable;
import java.util.ArrayList;
import java.util.List;

/** Confusion matrices over all thresholds worth drawing. */
public final class ThresholdCurve {

    private ThresholdCurve() {}

    /**
     * One point of the curve.
     *
     * @param threshold scores at or above it are predicted positive
     * @param confusion the matrix there
     */
    public record Point(double threshold, BinaryConfusion confusion) {}

    /** Points at quantiles of the score, ascending, at most this many. */
    public static List<Point> of(NumberTable scores, int points) {
        List<Point> curve = new ArrayList<>();
        double total = (double) scores.referenceTotal() + scores.currentTotal();
        double negativesBelow = 0;
        double positivesBelow = 0;
        double nextAt = 0;
        for (int row = 0; row < scores.size(); row++) {
            if (negativesBelow + positivesBelow >= nextAt) {
                curve.add(new Point(
                        scores.value(row),
                        new BinaryConfusion(
                                scores.currentTotal() - positivesBelow,
                                scores.referenceTotal() - negativesBelow,
                                negativesBelow,
                                positivesBelow)));
                nextAt = negativesBelow + positivesBelow + total / points;
            }
            negativesBelow += scores.referenceCount(row);
            positivesBelow += scores.currentCount(row);
        }
        return curve;
    }
}
