package io.tidewatch.analysis.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Value table of a categorical column.
 *
 * <p>A row is either one category with its label, or a group of {@link #multiplicity} rare categories that all have the
 * same pair of counts. No method of this kernel depends on the labels of rare categories, so grouping keeps a column of
 * millions of categories small while every statistic stays exact.
 */
public final class CategoryTable implements ValueTable {

    private final @Nullable String[] labels;
    private final long[] reference;
    private final long[] current;
    private final long[] multiplicity;
    private final long referenceTotal;
    private final long currentTotal;
    private final long referenceMissing;
    private final long currentMissing;

    CategoryTable(
            @Nullable String[] labels,
            long[] reference,
            long[] current,
            long[] multiplicity,
            long referenceMissing,
            long currentMissing) {
        this.labels = labels;
        this.reference = reference;
        this.current = current;
        this.multiplicity = multiplicity;
        this.referenceTotal = weightedSum(reference, multiplicity);
        this.currentTotal = weightedSum(current, multiplicity);
        this.referenceMissing = referenceMissing;
        this.currentMissing = currentMissing;
    }

    private static long weightedSum(long[] counts, long[] weights) {
        long sum = 0;
        for (int row = 0; row < counts.length; row++) {
            sum += counts[row] * weights[row];
        }
        return sum;
    }

    /** Starts an empty table; rows may be added in any order. */
    public static CategoryTableBuilder builder() {
        return new CategoryTableBuilder();
    }

    @Override
    public int size() {
        return reference.length;
    }

    /** The category of this row, or null for a group of rare categories. */
    public @Nullable String label(int row) {
        return labels[row];
    }

    /** How many categories this row stands for; each of them has the counts of the row. */
    public long multiplicity(int row) {
        return multiplicity[row];
    }

    /** Number of distinct categories of both samples. */
    public long categoryCount() {
        return Arrays.stream(multiplicity).sum();
    }

    @Override
    public long referenceCount(int row) {
        return reference[row];
    }

    @Override
    public long currentCount(int row) {
        return current[row];
    }

    @Override
    public long referenceTotal() {
        return referenceTotal;
    }

    @Override
    public long currentTotal() {
        return currentTotal;
    }

    @Override
    public long referenceMissing() {
        return referenceMissing;
    }

    @Override
    public long currentMissing() {
        return currentMissing;
    }

    @Override
    public CategoryTable swapped() {
        return new CategoryTable(labels, current, reference, multiplicity, currentMissing, referenceMissing);
    }
}
