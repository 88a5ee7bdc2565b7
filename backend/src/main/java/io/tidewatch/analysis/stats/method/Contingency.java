package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.distribution.ChiSquare;

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

    private static Outcome goodnessOfFit(double statistic, CategoryTable table) {
        long categories = table.categoryCount();
        if (categories < 2) {
            return Outcome.test(0, 1).withNote("Both windows hold the same single category.");
        }
        return Outcome.test(statistic, ChiSquare.survival(statistic, (double) categories - 1));
    }
}
