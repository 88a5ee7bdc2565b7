package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;

/**
 * How the values of one feature fall into bins. A layout is made once, from the reference, and kept with the baseline,
 * so that effect sizes of different windows compare.
 */
public sealed interface BinLayout permits NumberBins, CategoryBins {

    /** Number of bins, at least 1. */
    int count();

    /** Counts both windows of a table of the same kind in these bins. */
    BinCounts countRows(ValueTable table);

    /** The layout of a baseline, made from the reference counts of this table. */
    static BinLayout ofReference(ValueTable table) {
        return switch (table) {
            case NumberTable numbers -> NumberBins.ofReference(numbers);
            case CategoryTable categories -> CategoryBins.ofReference(categories);
        };
    }
}
