package io.tidewatch.analysis.stats.method;

/**
 * What one method says about one column.
 *
 * @param score the number compared with the threshold, as users of Evidently know it: the p-value of a test, the
 *     distance of a distance; NaN where the method refuses the data
 * @param statistic the test statistic; equal to the score for distances
 * @param pValue the p-value, NaN for methods that have none
 * @param threshold the limit
 * @param drifted whether the score is on the drifted side of the threshold; false where the method refuses
 * @param note why the method refused, or what it approximated; empty otherwise
 */
public record MethodResult(
        double score, double statistic, double pValue, double threshold, boolean drifted, String note) {

    /** Whether the method could not be applied to this data; {@link #note} says why. */
    public boolean refused() {
        return Double.isNaN(score);
    }
}
