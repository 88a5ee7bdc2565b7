package io.tidewatch.analysis.stats.verdict;

/**
 * How much the current window of one feature differs from its reference, and how surely.
 *
 * @param psi population stability index of the counts, each raised by 0.5; 0 to infinity
 * @param effect debiased index: psi less what chance alone adds at these sample sizes, at least 0
 * @param statistic chi-square statistic of homogeneity
 * @param pValue probability of such a statistic without drift; NaN where the windows are too small to say
 * @param degreesOfFreedom bins used less one
 * @param referenceCount rows of the reference window
 * @param currentCount rows of the current window
 * @param inflation how many times more the windows scatter than independent rows would; 1 if unknown
 * @param nullBand largest effect of the reference's own windows; 0 if unknown
 * @param power what these windows could have shown
 */
public record Comparison(
        double psi,
        double effect,
        double statistic,
        double pValue,
        int degreesOfFreedom,
        long referenceCount,
        long currentCount,
        double inflation,
        double nullBand,
        Power power) {

    static Comparison inconclusive(long n, long m) {
        return new Comparison(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, n, m, 1, 0, Power.NONE);
    }

    /** Both windows fall into the only bin there is: nothing differs. */
    static Comparison identical(long n, long m) {
        return new Comparison(0, 0, 0, 1, 0, n, m, 1, 0, Power.NONE);
    }

    /** Whether the windows are large enough to be compared at all. */
    public boolean isConclusive() {
        return !Double.isNaN(pValue);
    }

    /** Rows of the current window that independent rows would need to say as much. */
    public double effectiveCurrentCount() {
        return currentCount / inflation;
    }
}
