package io.tidewatch.profile;

import java.util.Arrays;

/**
 * Values of a numeric variable, finite ones in ascending order.
 *
 * <p>A variable with very many distinct values is rounded: only {@code precisionBits} bits of the mantissa are kept, which
 * moves a value by at most the 2^-precisionBits-th part of itself.
 */
public final class NumberCounts implements ValueCounts {

    /** Precision of values that were not rounded. */
    public static final int EXACT = 52;

    private final double[] values;
    private final long[] counts;
    private final long present;
    private final long missing;
    private final long infinite;
    private final int precisionBits;

    /** Takes the arrays over; values must be finite, distinct and ascending. */
    NumberCounts(double[] values, long[] counts, long missing, long infinite, int precisionBits) {
        this.values = values;
        this.counts = counts;
        this.present = Arrays.stream(counts).sum();
        this.missing = missing;
        this.infinite = infinite;
        this.precisionBits = precisionBits;
    }

    /** Number of distinct values. */
    public int size() {
        return values.length;
    }

    /** The value of this row. */
    public double value(int row) {
        return values[row];
    }

    /** How often the value of this row occurs. */
    public long count(int row) {
        return counts[row];
    }

    @Override
    public long present() {
        return present;
    }

    @Override
    public long missing() {
        return missing;
    }

    /** Rows whose value is infinite; neither present nor missing. */
    public long infinite() {
        return infinite;
    }

    /** Bits of the mantissa that were kept; {@link #EXACT} if nothing was rounded. */
    public int precisionBits() {
        return precisionBits;
    }

    NumberCounts withMissing(long count) {
        return new NumberCounts(values, counts, Math.max(0, count), infinite, precisionBits);
    }

    /** The same values, rounded as those of a window with this precision. */
    public NumberCounts roundedTo(int bits) {
        if (bits >= precisionBits) {
            return this;
        }
        NumberCountsBuilder builder = new NumberCountsBuilder(bits);
        for (int row = 0; row < values.length; row++) {
            builder.add(values[row], counts[row]);
        }
        return builder.build(missing, infinite);
    }
}
