package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.distribution.Hypergeometric;

/**
 * Fisher's exact test of a two-by-two table, two-sided: the probability of all tables with the same margins that are at
 * most as likely as the observed one. Windows may differ in size. The statistic is the odds ratio.
 */
final class FisherExact {

    private FisherExact() {}

    static Outcome test(CategoryTable table) {
        if (table.categoryCount() > 2) {
            return Outcome.refused(
                    "Fisher's exact test is for two categories; this column has " + table.categoryCount() + ".");
        }
        int other = table.size() - 1;
        long reference = table.referenceCount(0);
        long current = table.currentCount(0);
        double odds =
                ((double) reference * table.currentCount(other)) / ((double) current * table.referenceCount(other));
        double p = Hypergeometric.atMostAsLikely(
                reference, table.referenceTotal() + table.currentTotal(), reference + current, table.referenceTotal());
        return Outcome.test(odds, p);
    }
}
