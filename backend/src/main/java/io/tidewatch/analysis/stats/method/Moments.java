package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;

/**
 * Mean and spread of one side of a table, in two passes so that large means cost no digits.
 *
 * @param n rows
 * @param mean arithmetic mean
 * @param squares sum of squared deviations from the mean
 */
record Moments(long n, double mean, double squares) {

    static Moments ofReference(NumberTable table) {
        return of(table, true);
    }

    static Moments ofCurrent(NumberTable table) {
        return of(table, false);
    }

    private static Moments of(NumberTable table, boolean reference) {
        long n = reference ? table.referenceTotal() : table.currentTotal();
        // Deviations from a value in the middle keep the sum small when all values are large.
        double origin = table.value(table.size() / 2);
        double sum = 0;
        for (int row = 0; row < table.size(); row++) {
            sum += count(table, row, reference) * (table.value(row) - origin);
        }
        double mean = origin + sum / n;
        double squares = 0;
        double drift = 0;
        for (int row = 0; row < table.size(); row++) {
            double deviation = table.value(row) - mean;
            long count = count(table, row, reference);
            squares += count * deviation * deviation;
            drift += count * deviation;
        }
        return new Moments(n, mean, Math.max(0, squares - drift * drift / n));
    }

    private static long count(NumberTable table, int row, boolean reference) {
        return reference ? table.referenceCount(row) : table.currentCount(row);
    }

    /** Standard deviation of the rows as a population (divided by n), as NumPy's default. */
    double populationDeviation() {
        return Math.sqrt(squares / n);
    }
}
