package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.distribution.CramerVonMises;
import io.tidewatch.analysis.stats.distribution.MannWhitney;
import io.tidewatch.analysis.stats.distribution.Normal;

/** Tests on the ranks of both samples pooled; equal values share their mean rank. */
final class RankTests {

    /** Above this size of both samples, or with ties, the Mann-Whitney p-value is asymptotic. */
    private static final long EXACT_LIMIT = 8;

    /** Largest product of the sample sizes for which the exact Mann-Whitney distribution is tabulated. */
    private static final long EXACT_WORK = 2_000_000;

    private RankTests() {}

    /**
     * Mann-Whitney U test, two-sided, with tie and continuity correction; exact without ties while one sample has at
     * most 8 rows. The statistic is U of the reference, 0 to nm. It sees one sample being larger, not a wider spread.
     */
    static Outcome mannWhitney(NumberTable table) {
        double u = statistic(table);
        double opposite = product(table) - u;
        double p = Math.min(1, 2 * tail(table, Math.max(u, opposite)));
        return Outcome.test(u, p);
    }

    /** The one-sided form: small when the reference is smaller than the current window, near 1 when it is larger. */
    static Outcome mannWhitneyLess(NumberTable table) {
        double u = statistic(table);
        return Outcome.test(u, Math.min(1, tail(table, product(table) - u)));
    }

    private static double product(NumberTable table) {
        return (double) table.referenceTotal() * table.currentTotal();
    }

    /** U of the reference: pairs in which the reference is larger, equal pairs counting half. */
    private static double statistic(NumberTable table) {
        double u = 0;
        long belowCurrent = 0;
        for (int row = 0; row < table.size(); row++) {
            u += table.referenceCount(row) * (belowCurrent + table.currentCount(row) / 2.0);
            belowCurrent += table.currentCount(row);
        }
        return u;
    }

    /** P(U >= u). */
    private static double tail(NumberTable table, double u) {
        long n = table.referenceTotal();
        long m = table.currentTotal();
        boolean ties = n + m > table.size();
        if (!ties && Math.min(n, m) <= EXACT_LIMIT && n * m <= EXACT_WORK) {
            return MannWhitney.survival((int) u, (int) n, (int) m);
        }
        double total = (double) n + m;
        double tieTerm = 0;
        for (int row = 0; row < table.size(); row++) {
            double equal = (double) table.referenceCount(row) + table.currentCount(row);
            tieTerm += equal * (equal * equal - 1);
        }
        double variance = product(table) / 12 * (total + 1 - tieTerm / (total * (total - 1)));
        if (!(variance > 0)) {
            return 1;
        }
        return Normal.survival((u - product(table) / 2 - 0.5) / Math.sqrt(variance));
    }

    /**
     * Two-sample Cramer-von Mises test (Anderson 1962): the statistic T is the weighted sum of (F - G)^2 over all rows;
     * exact p-value while both samples have at most 20 rows, else the limiting distribution.
     */
    static Outcome cramerVonMises(NumberTable table) {
        long n = table.referenceTotal();
        long m = table.currentTotal();
        if (Math.min(n, m) < 2) {
            return Outcome.refused("The Cramer-von Mises test needs at least two rows in each window.");
        }
        double u = 0;
        long below = 0;
        long belowCurrent = 0;
        for (int row = 0; row < table.size(); row++) {
            // Sum of squared distances between pooled mid-ranks and own ranks, in closed form per distinct value.
            u += n * rankSquares(table.referenceCount(row), belowCurrent + table.currentCount(row) / 2.0);
            u += m * rankSquares(table.currentCount(row), below + table.referenceCount(row) / 2.0);
            below += table.referenceCount(row);
            belowCurrent += table.currentCount(row);
        }
        double k = product(table);
        double total = (double) n + m;
        double t = u / (k * total) - (4 * k - 1) / (6 * total);
        return Outcome.test(t, CramerVonMises.pValue(u, t, n, m));
    }

    private static double rankSquares(long rows, double others) {
        double equal = (double) rows;
        return equal * others * others + equal * (equal * equal - 1) / 12;
    }

    /** Anderson-Darling k-sample test for two samples, mid-rank version; see {@link AndersonDarling}. */
    static Outcome andersonDarling(NumberTable table) {
        return AndersonDarling.test(table);
    }
}
