package io.tidewatch.analysis.stats;

import java.util.Arrays;

/**
 * Value table of a numeric column: distinct finite values in ascending order.
 *
 * <p>NaN counts as missing. Infinite values are counted apart and take part in no comparison, because no distance to
 * them is finite. Negative zero equals zero. Integers beyond 2^53 are rounded to the nearest double, so neighbours that
 * a double cannot tell apart share a row.
 */
public final class NumberTable implements ValueTable {

    private final double[] values;
    private final long[] reference;
    private final long[] current;
    private final long referenceTotal;
    private final long currentTotal;
    private final long referenceMissing;
    private final long currentMissing;
    private final long referenceInfinite;
    private final long currentInfinite;

    NumberTable(
            double[] values,
            long[] reference,
            long[] current,
            long referenceMissing,
            long currentMissing,
            long referenceInfinite,
            long currentInfinite) {
        this.values = values;
        this.reference = reference;
        this.current = current;
        this.referenceTotal = Arrays.stream(reference).sum();
        this.currentTotal = Arrays.stream(current).sum();
        this.referenceMissing = referenceMissing;
        this.currentMissing = currentMissing;
        this.referenceInfinite = referenceInfinite;
        this.currentInfinite = currentInfinite;
    }

    /** Starts an empty table; rows may be added in any order. */
    public static NumberTableBuilder builder() {
        return new NumberTableBuilder();
    }

    /** Builds the table of two raw samples; NaN is missing. The arrays are not changed. */
    public static NumberTable ofSamples(double[] reference, double[] current) {
        NumberTableBuilder builder = builder();
        for (double value : reference) {
            builder.add(value, 1, 0);
        }
        for (double value : current) {
            builder.add(value, 0, 1);
        }
        return builder.build();
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The value of this row; ascending with the row. */
    public double value(int row) {
        return values[row];
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

    /** Infinite values of the reference window. */
    public long referenceInfinite() {
        return referenceInfinite;
    }

    /** Infinite values of the current window. */
    public long currentInfinite() {
        return currentInfinite;
    }

    /** Number of distinct values of the reference window. */
    public int referenceDistinct() {
        int distinct = 0;
        for (long count : reference) {
            if (count > 0) {
                distinct++;
            }
        }
        return distinct;
    }

    @Override
    public NumberTable swapped() {
        return new NumberTable(
                values, current, reference, currentMissing, referenceMissing, currentInfinite, referenceInfinite);
    }

    /**
     * The same table with every value multiplied by 2^exponent, which is exact in floating point. Methods that do not
     * depend on the unit use it to keep squares of values such as 1e308 or 1e-300 within range.
     */
    public NumberTable scaledByPowerOfTwo(int exponent) {
        if (exponent == 0) {
            return this;
        }
        double[] scaled = new double[values.length];
        for (int row = 0; row < scaled.length; row++) {
            scaled[row] = Math.scalb(values[row], exponent);
        }
        return new NumberTable(
                scaled, reference, current, referenceMissing, currentMissing, referenceInfinite, currentInfinite);
    }

    /** The exponent by which {@link #scaledByPowerOfTwo} brings the values into a safe range; 0 for ordinary values. */
    public int safeExponent() {
        if (values.length == 0) {
            return 0;
        }
        double largest = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
        int exponent = Math.getExponent(largest);
        boolean ordinary = largest == 0 || (exponent > -200 && exponent < 200);
        return ordinary ? 0 : -exponent;
    }
}
