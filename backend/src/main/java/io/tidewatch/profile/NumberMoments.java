package io.tidewatch.profile;

import org.jspecify.annotations.Nullable;

/**
 * Moments of numeric values; null where they are not defined or not a finite double.
 *
 * @param sd standard deviation with n - 1
 */
record NumberMoments(
        @Nullable Double mean,
        @Nullable Double sd,
        @Nullable Double min,
        @Nullable Double max) {

    static final NumberMoments NONE = new NumberMoments(null, null, null, null);

    static NumberMoments of(NumberCounts numbers) {
        long n = numbers.present();
        if (n == 0) {
            return NONE;
        }
        double mean = 0;
        for (int row = 0; row < numbers.size(); row++) {
            mean += numbers.value(row) * ((double) numbers.count(row) / n);
        }
        double squares = 0;
        for (int row = 0; row < numbers.size(); row++) {
            double deviation = numbers.value(row) - mean;
            squares += deviation * deviation * numbers.count(row);
        }
        return new NumberMoments(
                finite(mean),
                n < 2 ? null : finite(Math.sqrt(squares / (n - 1))),
                numbers.value(0),
                numbers.value(numbers.size() - 1));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
