package io.tidewatch.analysis.stats.performance;

import io.tidewatch.analysis.stats.NumberTable;

/** What acting on the highest scores first would catch. */
public final class Gains {

    private Gains() {}

    /**
     * Share of all positives among the rows with the highest scores; tied rows count in proportion.
     *
     * @param depth share of rows acted on, 0..1
     */
    public static double gain(NumberTable scores, double depth) {
        double positives = scores.currentTotal();
        double rows = (scores.referenceTotal() + positives) * depth;
        if (positives == 0) {
            return Double.NaN;
        }
        double caught = 0;
        double left = rows;
        for (int row = scores.size() - 1; row >= 0 && left > 0; row--) {
            double here = (double) scores.referenceCount(row) + scores.currentCount(row);
            double taken = Math.min(left, here);
            caught += scores.currentCount(row) * taken / here;
            left -= taken;
        }
        return caught / positives;
    }

    /** How many times more positives than random choice at this depth. */
    public static double lift(NumberTable scores, double depth) {
        return gain(scores, depth) / depth;
    }
}
