package io.tidewatch.analysis.stats;

/**
 * Two samples of one column, reduced to what every univariate method needs: distinct values with the number of times
 * each occurs in the reference window and in the current window.
 *
 * <p>Totals count usable rows only. Missing rows (null, NaN) are kept apart, because a rise of missing values is a
 * signal of its own and must neither vanish nor disturb the comparison of the values that are there.
 */
public sealed interface ValueTable permits NumberTable, CategoryTable {

    /** Number of rows of the table. */
    int size();

    /** How often the value of this row occurs in the reference window. */
    long referenceCount(int row);

    /** How often the value of this row occurs in the current window. */
    long currentCount(int row);

    /** Usable rows of the reference window. */
    long referenceTotal();

    /** Usable rows of the current window. */
    long currentTotal();

    /** Rows of the reference window without a value. */
    long referenceMissing();

    /** Rows of the current window without a value. */
    long currentMissing();

    /** The same two samples with their roles exchanged. */
    ValueTable swapped();

    /** Whether one of the two samples has no usable row, so that nothing can be compared. */
    default boolean isOneSided() {
        return referenceTotal() == 0 || currentTotal() == 0;
    }
}
