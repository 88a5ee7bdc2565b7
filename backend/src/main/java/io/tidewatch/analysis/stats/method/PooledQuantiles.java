package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;

/** Quantiles of both samples pooled, interpolated linearly between neighbouring rows as NumPy does by default. */
final class PooledQuantiles {

    private PooledQuantiles() {}

    /**
     * The quantile at this level.
     *
     * @param level 0..1
     */
    static double at(NumberTable table, double level) {
        long rows = table.referenceTotal() + table.currentTotal();
        double position = level * (rows - 1);
        long lower = (long) Math.floor(position);
        double low = valueAt(table, lower);
        double high = valueAt(table, Math.min(rows - 1, lower + 1));
        return low + (position - lower) * (high - low);
    }

    private static double valueAt(NumberTable table, long position) {
        long below = 0;
        int row = 0;
        while (true) {
            below += table.referenceCount(row) + table.currentCount(row);
            if (below > position) {
                return table.value(row);
            }
            row++;
        }
    }
}
