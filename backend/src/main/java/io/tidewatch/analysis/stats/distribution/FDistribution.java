package io.tidewatch.analysis.stats.distribution;

import org.apache.commons.math3.special.Beta;

/** Upper tail of the F distribution. */
public final class FDistribution {

    private FDistribution() {}

    /**
     * P(F >= f).
     *
     * @param numerator degrees of freedom above, may be fractional
     * @param denominator degrees of freedom below; infinite makes it a chi-square over its degrees of freedom
     */
    public static double survival(double f, double numerator, double denominator) {
        if (Double.isNaN(f) || !(numerator > 0) || !(denominator > 0)) {
            return Double.NaN;
        }
        if (f <= 0) {
            return 1;
        }
        if (Double.isInfinite(denominator)) {
            return ChiSquare.survival(f * numerator, numerator);
        }
        double x = denominator / (denominator + numerator * f);
        return Beta.regularizedBeta(x, denominator / 2, numerator / 2);
    }

    /** The f whose upper tail is p, found by bisection. */
    public static double inverseSurvival(double p, double numerator, double denominator) {
        double low = 0;
        double high = 2;
        while (survival(high, numerator, denominator) > p && high < 1e12) {
            high *= 2;
        }
        for (int step = 0; step < 200 && high - low > 1e-10 * high; step++) {
            double middle = (low + high) / 2;
            if (survival(middle, numerator, denominator) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
