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
 */
public record Comparison(
        double psi,
        double effect,
        double statistic,
        double pValue,
        int degreesOfFreedom,
        long referenceCount,
        long currentCount) {

    /** Whether the windows are large enough to be compared at all. */
    public boolean isConclusive() {
        return !Double.isNaN(pValue);
    }
}
