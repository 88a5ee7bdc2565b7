package io.tidewatch.profile;

/**
 * Values of a variable as a statement returned them: finite ones in order, infinite ones counted.
 *
 * @param numbers counts without missing values
 */
record FiniteValues(NumberCounts numbers) {

    static FiniteValues of(double[] values, long[] counts, int bits) {
        NumberCountsBuilder builder = new NumberCountsBuilder(bits);
        long infinite = 0;
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                infinite += counts[row];
            } else {
                builder.add(values[row], counts[row]);
            }
        }
        return new FiniteValues(builder.build(0, infinite));
    }

    /** The same values where this many predictions could have one. */
    NumberCounts among(long possible) {
        return numbers.withMissing(possible - numbers.present() - numbers.infinite());
    }

    static NumberCounts none(long possible, int bits) {
        return new NumberCountsBuilder(bits).build(possible, 0);
    }
}
