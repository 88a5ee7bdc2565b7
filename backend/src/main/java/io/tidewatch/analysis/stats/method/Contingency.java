package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.distribution.ChiSquare;
import io.tidewatch.analysis.stats.distribution.Normal;

/** Tests on the counts of categories. */
final class Contingency {

    private Contingency() {}

    /**
     * Chi-square goodness of fit of the current counts O to the reference counts scaled to the current size E: sum of
     * (O - E)^2 / E with k - 1 degrees of freedom. One row of a category the reference lacks makes it infinite, p = 0:
     * that is how the method is defined elsewhere, and why the calibrated verdict does not use it.
     */
    static Outcome chiSquare(CategoryTable table) {
        double scale = (double) table.currentTotal() / table.referenceTotal();
        double sum = 0;
        for (int row = 0; row < table.size(); row++) {
            double expected = table.referenceCount(row) * scale;
            double difference = table.currentCount(row) - expected;
            sum += table.multiplicity(row) * (difference * difference / expected);
        }
        return goodnessOfFit(sum, table);
    }

    /** G-test: 2 sum of O ln(O / E), with the reference counts scaled to the current size; k - 1 degrees of freedom. */
    static Outcome logLikelihoodRatio(CategoryTable table) {
        double scale = (double) table.currentTotal() / table.referenceTotal();
        double sum = 0;
        for (int row = 0; row < table.size(); row++) {
            double observed = table.currentCount(row);
            if (observed > 0) {
                sum += table.multiplicity(row) * observed * Math.log(observed / (table.referenceCount(row) * scale));
            }
        }
        return goodnessOfFit(2 * Math.max(0, sum), table);
    }

    private static Outcome goodnessOfFit(double statistic, CategoryTable table) {
        return Outcome.test(statistic, ChiSquare.survival(statistic, (double) table.categoryCount() - 1));
    }

    /**
     * Cramer's V of the two windows against the categories: sqrt(chi-square of homogeneity / (n + m)); 0 to 1,
     * symmetric.
     */
    static Outcome cramersV(CategoryTable table) {
        double n = table.referenceTotal();
        double m = table.currentTotal();
        double sum = 0;
        for (int row = 0; row < table.size(); row++) {
            double reference = table.referenceCount(row);
            double current = table.currentCount(row);
            double difference = reference / n - current / m;
            sum += table.multiplicity(row) * difference * difference / (reference + current);
        }
        return Outcome.distance(Math.sqrt(Math.min(1, sum * n * m / (n + m))));
    }

    /**
     * Two-proportion z-test with pooled variance, two-sided, on the share of rows that do not have the first category in
     * natural order; meant for two categories, where the choice does not matter.
     */
    static Outcome twoProportions(CategoryTable table) {
        int first = NaturalOrder.firstRow(table);
        double n = table.referenceTotal();
        double m = table.currentTotal();
        double reference = n - table.referenceCount(first);
        double current = m - table.currentCount(first);
        double pooled = (reference + current) / (n + m);
        double z = (reference / n - current / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        Outcome outcome = Outcome.test(z, Normal.twoSided(z));
        return table.categoryCount() == 2
                ? outcome
                : outcome.withNote("More than two categories: the first against all others.");
    }
}
