package io.tidewatch.analysis.stats.quality;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;

/** What the values of one column look like in one window. */
public sealed interface ColumnProfile permits NumberProfile, CategoryProfile {

    /** Rows, with and without a value. */
    long rows();

    /** Rows without a value. */
    long missing();

    /** Number of distinct values. */
    long distinct();

    /** Share of rows without a value; NaN without rows. */
    default double missingRate() {
        return rows() == 0 ? Double.NaN : (double) missing() / rows();
    }

    /** Whether there are values and all are the same. */
    default boolean isConstant() {
        return distinct() == 1;
    }

    /** The profile of the current window of a table. */
    static ColumnProfile ofCurrent(ValueTable table) {
        return switch (table) {
            case NumberTable numbers -> NumberProfile.ofCurrent(numbers);
            case CategoryTable categories -> CategoryProfile.ofCurrent(categories);
        };
    }

    /** The profile of the reference window of a table. */
    static ColumnProfile ofReference(ValueTable table) {
        return ofCurrent(table.swapped());
    }
}
