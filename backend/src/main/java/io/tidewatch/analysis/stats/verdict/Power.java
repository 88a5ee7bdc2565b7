package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.distribution.ChiSquare;
import org.jspecify.annotations.Nullable;

/** What a pair of windows can show: the smallest change that a test on them finds nearly always. */
public final class Power {

    /** A test that has nothing to find, or no data. */
    static final Power NONE = new Power(null, 0, 1, 1, 1, 1);

    /** Share of windows with a change of the stated size in which it is found. */
    private static final double CERTAINTY = 0.8;

    private final @Nullable Dependence dependence;
    private final int degreesOfFreedom;
    private final double inflation;
    private final long n;
    private final long m;
    private final double visible;

    private Power(
            @Nullable Dependence dependence, int degreesOfFreedom, double inflation, long n, long m, double visible) {
        this.dependence = dependence;
        this.degreesOfFreedom = degreesOfFreedom;
        this.inflation = inflation;
        this.n = n;
        this.m = m;
        this.visible = visible;
    }

    /**
     * Of a test.
     *
     * @param visible share of the rows in bins of their own; changes among the values that share a bin cannot be seen
     */
    static Power of(Dependence dependence, int degreesOfFreedom, double inflation, long n, long m, double visible) {
        return new Power(dependence, degreesOfFreedom, inflation, n, m, visible);
    }

    /**
     * The smallest population stability index found in four of five windows, if the change concerns all values alike.
     *
     * @param level p-value below which a single signal is significant, about q over the number of signals
     * @return NaN where nothing can be said, infinity where nothing can be seen
     */
    public double detectableEffect(double level) {
        if (dependence == null) {
            return Double.NaN;
        }
        double critical = dependence.critical(level, degreesOfFreedom, n, m) / inflation;
        double low = 0;
        double high = 1;
        while (tail(critical, high) < CERTAINTY) {
            high *= 2;
        }
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (tail(critical, middle) < CERTAINTY) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * inflation * (1.0 / n + 1.0 / m) / visible;
    }

    /** Upper tail of the noncentral chi-square distribution, with Patnaik's two moments. */
    private double tail(double critical, double noncentrality) {
        double mean = degreesOfFreedom + noncentrality;
        double scale = (mean + noncentrality) / mean;
        return ChiSquare.survival(critical / scale, mean / scale);
    }
}
