package io.tidewatch.analysis.stats.distribution;

import org.apache.commons.math3.special.Gamma;

/** Upper tail of the chi-square distribution. */
public final class ChiSquare {

    private ChiSquare() {}

    /**
     * P(X >= statistic); NaN for no degrees of freedom, as the test then says nothing.
     *
     * @param degreesOfFreedom any positive number; fractions occur when a distribution is matched by its moments
     */
    public static double survival(double statistic, double degreesOfFreedom) {
        if (Double.isNaN(statistic) || !(degreesOfFreedom > 0)) {
            return Double.NaN;
        }
        if (statistic <= 0) {
            return 1;
        }
        if (Double.isInfinite(statistic)) {
            return 0;
        }
        return Gamma.regularizedGammaQ(degreesOfFreedom / 2, statistic / 2);
    }

    /** The statistic whose upper tail is p, found by bisection. */
    public static double inverseSurvival(double p, double degreesOfFreedom) {
        double low = 0;
        double high = degreesOfFreedom + 10;
        while (survival(high, degreesOfFreedom) > p) {
            high *= 2;
        }
        for (int step = 0; step < 200 && high - low > 1e-12 * high; step++) {
            double middle = (low + high) / 2;
            if (survival(middle, degreesOfFreedom) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
