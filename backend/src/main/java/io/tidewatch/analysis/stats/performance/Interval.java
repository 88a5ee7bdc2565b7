package io.tidewatch.analysis.stats.performance;

import java.util.function.DoubleUnaryOperator;

/**
 * A 95 % confidence interval.
 *
 * @param lower lower end
 * @param upper upper end
 */
public record Interval(double lower, double upper) {

    /** Two-sided normal quantile of 95 %. */
    static final double Z = 1.959963984540054;

    /** No interval. */
    static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** Wilson's interval of a proportion: honest for few rows and for proportions near 0 or 1. */
    public static Interval wilson(double hits, double n) {
        if (!(n > 0)) {
            return NONE;
        }
        double p = hits / n;
        double z2 = Z * Z / n;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / n + z2 / n / 4);
        // Rounding must not push the interval off a proportion of 0 or 1.
        return new Interval(hits == 0 ? 0 : Math.max(0, centre - half), hits >= n ? 1 : Math.min(1, centre + half));
    }

    /** Estimate plus and minus 1.96 standard errors, kept within the range of the metric. */
    public static Interval normal(double value, double standardError, double minimum, double maximum) {
        if (Double.isNaN(standardError)) {
            return NONE;
        }
        return new Interval(Math.max(minimum, value - Z * standardError), Math.min(maximum, value + Z * standardError));
    }

    /** Interval of a value between 0 and 1 on the logit scale, which respects its ends. */
    static Interval logit(double value, double standardErrorOfLogit) {
        if (!(value > 0) || !(value < 1) || Double.isNaN(standardErrorOfLogit)) {
            return NONE;
        }
        double logit = Math.log(value / (1 - value));
        return new Interval(
                1 / (1 + Math.exp(-logit + Z * standardErrorOfLogit)),
                1 / (1 + Math.exp(-logit - Z * standardErrorOfLogit)));
    }

    Interval map(DoubleUnaryOperator increasing) {
        return new Interval(increasing.applyAsDouble(lower), increasing.applyAsDouble(upper));
    }
}
