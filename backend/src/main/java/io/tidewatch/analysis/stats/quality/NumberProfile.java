package io.tidewatch.analysis.stats.quality;

import io.tidewatch.analysis.stats.NumberTable;

/**
 * Profile of a numeric column.
 *
 * @param rows rows, with and without a value
 * @param missing rows without a value, NaN included
 * @param infinite infinite values
 * @param distinct distinct finite values
 * @param mean mean of the finite values, NaN if none
 * @param deviation standard deviation (n - 1), NaN for fewer than two
 * @param minimum smallest finite value, NaN if none
 * @param p05 quantile at 5 %, a value that occurs
 * @param p25 quantile at 25 %
 * @param median quantile at 50 %
 * @param p75 quantile at 75 %
 * @param p95 quantile at 95 %
 * @param maximum largest finite value
 * @param zeros values equal to 0
 * @param negatives values below 0
 */
public record NumberProfile(
        long rows,
        long missing,
        long infinite,
        long distinct,
        double mean,
        double deviation,
        double minimum,
        double p05,
        double p25,
        double median,
        double p75,
        double p95,
        double maximum,
        long zeros,
        long negatives)
        implements ColumnProfile {

    /** The profile of the current window of a table. */
    public static NumberProfile ofCurrent(NumberTable table) {
        long n = table.currentTotal();
        int exponent = table.safeExponent();
        NumberTable safe = table.scaledByPowerOfTwo(exponent);
        double mean = 0;
        double squares = 0;
        long seen = 0;
        long distinct = 0;
        long zeros = 0;
        long negatives = 0;
        double minimum = Double.NaN;
        double maximum = Double.NaN;
        for (int row = 0; row < table.size(); row++) {
            long count = table.currentCount(row);
            if (count == 0) {
                continue;
            }
            double value = table.value(row);
            distinct++;
            zeros += value == 0 ? count : 0;
            negatives += value < 0 ? count : 0;
            minimum = distinct == 1 ? value : minimum;
            maximum = value;
            // Welford's update with weights: stable for large means.
            double delta = safe.value(row) - mean;
            seen += count;
            mean += delta * count / seen;
            squares += count * delta * (safe.value(row) - mean);
        }
        return new NumberProfile(
                n + table.currentMissing() + table.currentInfinite(),
                table.currentMissing(),
                table.currentInfinite(),
                distinct,
                n == 0 ? Double.NaN : Math.scalb(mean, -exponent),
                n < 2 ? Double.NaN : Math.scalb(Math.sqrt(squares / (n - 1)), -exponent),
                minimum,
                quantile(table, 0.05),
                quantile(table, 0.25),
                quantile(table, 0.5),
                quantile(table, 0.75),
                quantile(table, 0.95),
                maximum,
                zeros,
                negatives);
    }

    private static double quantile(NumberTable table, double level) {
        long wanted = Math.max(1, (long) Math.ceil(level * table.currentTotal()));
        long below = 0;
        for (int row = 0; row < table.size(); row++) {
            below += table.currentCount(row);
            if (below >= wanted) {
                return table.value(row);
            }
        }
        return Double.NaN;
    }
}
