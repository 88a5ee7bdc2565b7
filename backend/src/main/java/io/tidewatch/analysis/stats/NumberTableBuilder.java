package io.tidewatch.analysis.stats;

import java.util.Arrays;

/** Collects rows of a {@link NumberTable} in any order; equal values are merged when the table is built. */
public final class NumberTableBuilder {

    private double[] values = new double[64];
    private long[] reference = new long[64];
    private long[] current = new long[64];
    private int size;
    private boolean ascending = true;
    private long referenceMissing;
    private long currentMissing;
    private long referenceInfinite;
    private long currentInfinite;

    NumberTableBuilder() {}

    /** Adds occurrences of one value; NaN is missing, infinities are counted apart. */
    public NumberTableBuilder add(double value, long referenceCount, long currentCount) {
        if (referenceCount < 0 || currentCount < 0) {
            throw new IllegalArgumentException("counts must not be negative");
        }
        if (Double.isNaN(value)) {
            return addMissing(referenceCount, currentCount);
        }
        if (Double.isInfinite(value)) {
            referenceInfinite += referenceCount;
            currentInfinite += currentCount;
            return this;
        }
        if (referenceCount + currentCount == 0) {
            return this;
        }
        double normal = value == 0 ? 0.0 : value;
        if (size > 0 && values[size - 1] == normal) {
            reference[size - 1] += referenceCount;
            current[size - 1] += currentCount;
            return this;
        }
        if (size == values.length) {
            grow();
        }
        ascending &= size == 0 || values[size - 1] < normal;
        values[size] = normal;
        reference[size] = referenceCount;
        current[size] = currentCount;
        size++;
        return this;
    }

    /** Adds rows that have no value. */
    public NumberTableBuilder addMissing(long referenceCount, long currentCount) {
        referenceMissing += referenceCount;
        currentMissing += currentCount;
        return this;
    }

    /** Builds the table: values ascending, each once. */
    public NumberTable build() {
        if (!ascending) {
            sort();
        }
        return new NumberTable(
                Arrays.copyOf(values, size),
                Arrays.copyOf(reference, size),
                Arrays.copyOf(current, size),
                referenceMissing,
                currentMissing,
                referenceInfinite,
                currentInfinite);
    }

    private void grow() {
        int capacity = size + (size >> 1);
        values = Arrays.copyOf(values, capacity);
        reference = Arrays.copyOf(reference, capacity);
        current = Arrays.copyOf(current, capacity);
    }

    /** Sorts rows by value and merges equal ones. */
    private void sort() {
        int[] order = RowOrder.ascending(values, size);
        double[] sortedValues = new double[size];
        long[] sortedReference = new long[size];
        long[] sortedCurrent = new long[size];
        int last = -1;
        for (int position = 0; position < size; position++) {
            int row = order[position];
            if (last < 0 || sortedValues[last] != values[row]) {
                last++;
                sortedValues[last] = values[row];
            }
            sortedReference[last] += reference[row];
            sortedCurrent[last] += current[row];
        }
        values = sortedValues;
        reference = sortedReference;
        current = sortedCurrent;
        size = last + 1;
        ascending = true;
    }
}
