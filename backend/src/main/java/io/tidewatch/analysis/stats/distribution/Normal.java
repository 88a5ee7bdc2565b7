package io.tidewatch.analysis.stats.distribution;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class Normal {

    private static final double ROOT_2 = Math.sqrt(2);

    private Normal() {}

    /** P(Z >= z). */
    public static double survival(double z) {
        if (Double.isNaN(z)) {
            return Double.NaN;
        }
        return 0.5 * Erf.erfc(z / ROOT_2);
    }

    /** P(|Z| >= |z|). */
    public static double twoSided(double z) {
        return Math.min(1, 2 * survival(Math.abs(z)));
    }

    /** The z with P(Z <= z) = p. */
    public static double quantile(double p) {
        return ROOT_2 * Erf.erfInv(2 * p - 1);
    }
}
