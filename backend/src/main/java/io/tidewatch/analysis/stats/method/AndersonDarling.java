package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;

/**
 * Two-sample Anderson-Darling test, mid-rank version (Scholz and Stephens 1987, equation 7).
 *
 * <p>The p-value is interpolated in the published table of critical values and capped to its ends, 0.001 to 0.25, as in
 * SciPy: 0.25 means "0.25 or more".
 */
final class AndersonDarling {

    private static final double[] LEVELS = {0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};

    /** Critical values for two samples: b0 + b1 + b2 of table 1. */
    private static final double[] CRITICAL = {
        0.675 - 0.245 - 0.105,
        1.281 + 0.25 - 0.305,
        1.645 + 0.678 - 0.362,
        1.96 + 1.149 - 0.391,
        2.326 + 1.822 - 0.396,
        2.573 + 2.364 - 0.345,
        3.085 + 3.615 - 0.154
    };

    /** Above this many rows the double harmonic sum is its limit to better than the table's digits. */
    private static final long SUM_LIMIT = 20_000_000;

    private AndersonDarling() {}

    static Outcome test(NumberTable table) {
        double total = (double) table.referenceTotal() + table.currentTotal();
        if (total < 4) {
            return Outcome.refused("The Anderson-Darling test needs at least four rows.");
        }
        double statistic = (squaredGaps(table) - 1) / Math.sqrt(variance(table));
        return Outcome.test(statistic, pValue(statistic));
    }

    private static double squaredGaps(NumberTable table) {
        double n = table.referenceTotal();
        double m = table.currentTotal();
        double total = n + m;
        double sum = 0;
        double below = 0;
        double belowReference = 0;
        for (int row = 0; row < table.size(); row++) {
            double reference = table.referenceCount(row);
            double equal = reference + table.currentCount(row);
            double pooledRank = below + equal / 2;
            double ownRank = belowReference + reference / 2;
            double gap = total * ownRank - pooledRank * n;
            // The gap of the other sample is the same with the opposite sign.
            sum += equal
                    / total
                    * gap
                    * gap
                    / (pooledRank * (total - pooledRank) - total * equal / 4)
                    * (1 / n + 1 / m);
            below += equal;
            belowReference += reference;
        }
        return sum * (total - 1) / total;
    }

    private static double variance(NumberTable table) {
        double total = (double) table.referenceTotal() + table.currentTotal();
        double inverse = 1.0 / table.referenceTotal() + 1.0 / table.currentTotal();
        double harmonic = 0;
        double nested = 0;
        if (total <= SUM_LIMIT) {
            long rows = (long) total;
            for (long i = 1; i <= rows - 2; i++) {
                harmonic += 1.0 / (rows - i);
                nested += harmonic / (i + 1);
            }
            harmonic += 1;
        } else {
            harmonic = Math.log(total - 1) + 0.5772156649015329 + 0.5 / (total - 1);
            nested = Math.PI * Math.PI / 6;
        }
        double h = harmonic;
        double g = nested;
        double a = (4 * g - 6) + (10 - 6 * g) * inverse;
        double b = (2 * g - 4) * 4 + 16 * h + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
        double c = (6 * h + 2 * g - 2) * 4 + (4 * h - 4 * g + 6) * 2 + (2 * h - 6) * inverse + 4 * h;
        double d = (2 * h + 6) * 4 - 8 * h;
        double cubic = ((a * total + b) * total + c) * total + d;
        return cubic / ((total - 1) * (total - 2) * (total - 3));
    }

    private static double pValue(double statistic) {
        int last = CRITICAL.length - 1;
        if (statistic < CRITICAL[0]) {
            return LEVELS[0];
        }
        if (statistic > CRITICAL[last]) {
            return LEVELS[last];
        }
        double[] logLevels = new double[LEVELS.length];
        for (int i = 0; i < logLevels.length; i++) {
            logLevels[i] = Math.log(LEVELS[i]);
        }
        return Math.exp(Parabola.fit(CRITICAL, logLevels).at(statistic));
    }
}
