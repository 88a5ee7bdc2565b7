package io.tidewatch.profile;

import java.util.Arrays;

/** Collects values in any order, rounds them, and brings them into order. */
final class NumberCountsBuilder {

    private static final int MANTISSA_BITS = 52;

    private final int precisionBits;
    private final long mask;
    private double[] values = new double[64];
    private long[] counts = new long[64];
    private int size;
    private boolean ascending = true;

    NumberCountsBuilder(int precisionBits) {
        this.precisionBits = precisionBits;
        this.mask = mask(precisionBits);
    }

    /** Keeps sign, exponent and this many bits of the mantissa of a double. */
    static long mask(int bits) {
        return bits >= MANTISSA_BITS ? -1L : -1L << (MANTISSA_BITS - bits);
    }

    void add(double value, long count) {
        double rounded = Double.longBitsToDouble(Double.doubleToRawLongBits(value) & mask);
        double normal = rounded == 0 ? 0.0 : rounded;
        if (size > 0 && values[size - 1] == normal) {
            counts[size - 1] += count;
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
            counts = Arrays.copyOf(counts, size + (size >> 1));
        }
        ascending &= size == 0 || values[size - 1] < normal;
        values[size] = normal;
        counts[size] = count;
        size++;
    }

    NumberCounts build(long missing, long infinite) {
        if (!ascending) {
            sort();
        }
        return new NumberCounts(
                Arrays.copyOf(values, size), Arrays.copyOf(counts, size), missing, infinite, precisionBits);
    }

    /** Merge sort over both arrays at once, without objects: there may be hundreds of thousands of values. */
    private void sort() {
        double[] otherValues = new double[size];
        long[] otherCounts = new long[size];
        for (int width = 1; width < size; width <<= 1) {
            for (int start = 0; start < size; start += 2 * width) {
                int middle = Math.min(start + width, size);
                merge(otherValues, otherCounts, start, middle, Math.min(start + 2 * width, size));
            }
            double[] swapValues = values;
            values = otherValues;
            otherValues = swapValues;
            long[] swapCounts = counts;
            counts = otherCounts;
            otherCounts = swapCounts;
        }
        joinEqual();
        ascending = true;
    }

    private void merge(double[] toValues, long[] toCounts, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int position = start; position < end; position++) {
            boolean takeLeft = left < middle && (right >= end || values[left] <= values[right]);
            int from = takeLeft ? left++ : right++;
            toValues[position] = values[from];
            toCounts[position] = counts[from];
        }
    }

    private void joinEqual() {
        int last = -1;
        for (int row = 0; row < size; row++) {
            if (last >= 0 && values[last] == values[row]) {
                counts[last] += counts[row];
            } else {
                last++;
                values[last] = values[row];
                counts[last] = counts[row];
            }
        }
        size = last + 1;
    }
}
