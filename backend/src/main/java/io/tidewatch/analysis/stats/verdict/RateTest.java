package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.distribution.Hypergeometric;
import io.tidewatch.analysis.stats.distribution.Normal;
import org.apache.commons.math3.special.Beta;

/** Tests of a single rate of both windows: missing values, infinite values, categories never seen. */
public final class RateTest {

    private RateTest() {}

    /**
     * A rate in both windows.
     *
     * @param referenceRate share of the reference rows, 0..1
     * @param currentRate share of the current rows
     * @param pValue probability of such a difference without a change; NaN where a window is empty
     */
    public record Rates(double referenceRate, double currentRate, double pValue) {

        /** Size of the change, 0..1. */
        public double change() {
            return Math.abs(currentRate - referenceRate);
        }
    }

    /**
     * Two-sided test of two proportions: exact for independent rows, on the effective sample sizes otherwise.
     *
     * @param inflation how many times more the windows scatter than independent rows would, at least 1
     */
    public static Rates compare(
            long referenceHits, long referenceRows, long currentHits, long currentRows, double inflation) {
        if (referenceRows == 0 || currentRows == 0) {
            return new Rates(rate(referenceHits, referenceRows), rate(currentHits, currentRows), Double.NaN);
        }
        long n = effective(referenceRows, inflation);
        long m = effective(currentRows, inflation);
        long hits = Math.min(n, effective(referenceHits, inflation));
        long currentEffective = Math.min(m, effective(currentHits, inflation));
        double p = Hypergeometric.atMostAsLikely(hits, n + m, hits + currentEffective, n);
        return new Rates(rate(referenceHits, referenceRows), rate(currentHits, currentRows), p);
    }

    /**
     * Mass of categories the reference never saw, against the mass it had itself not seen yet: the share of its rows whose
     * category occurred once (Good and Turing). One new category among thousands of rare ones is no alarm, the same
     * amount in a column of three categories is. One-sided.
     *
     * @param inflation how many times more the windows scatter than independent rows would, at least 1
     */
    public static Rates unseen(CategoryTable table, double inflation) {
        long once = 0;
        long twice = 0;
        long unseen = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.referenceCount(row) == 1) {
                once += table.multiplicity(row);
            } else if (table.referenceCount(row) == 2) {
                twice += table.multiplicity(row);
            } else if (table.referenceCount(row) == 0) {
                unseen += table.currentCount(row) * table.multiplicity(row);
            }
        }
        double n = table.referenceTotal();
        double m = table.currentTotal();
        if (n == 0 || m == 0) {
            return new Rates(Double.NaN, Double.NaN, Double.NaN);
        }
        double expected = once / n;
        double observed = unseen / m;
        if (observed <= expected) {
            return new Rates(expected, observed, 1);
        }
        // Given their sum, unseen rows of the current window are binomial when both masses are equal ...
        double hits = Math.max(1, unseen / inflation);
        double binomial = Beta.regularizedBeta(m / (n + m), hits, once / inflation + 1);
        // ... but which categories stayed unseen is chance as well, and they come as a whole (Esty 1983).
        double smoothed = (once + 1) / (n + 1);
        double variance = (once + 1 + 2.0 * twice) / (n * n) + smoothed * (1 - smoothed) / m;
        double normal = Normal.survival((observed - smoothed - 0.5 / m) / Math.sqrt(inflation * variance));
        return new Rates(expected, observed, Math.max(binomial, normal));
    }

    private static double rate(long hits, long rows) {
        return rows == 0 ? Double.NaN : (double) hits / rows;
    }

    private static long effective(long rows, double inflation) {
        return Math.round(rows / inflation);
    }
}
