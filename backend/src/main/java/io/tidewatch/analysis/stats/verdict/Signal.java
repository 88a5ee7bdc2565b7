package io.tidewatch.analysis.stats.verdict;

/**
 * One thing to be judged: a change with its size, its p-value and the limits that apply to it.
 *
 * @param pValue NaN where the windows are too small
 * @param effect size of the change, in the unit of the limits
 * @param nullBand effect that windows without drift reach by chance, given how dependent their rows are; 0 if unknown
 * @param warningLimit effect from which a sure change is a warning
 * @param criticalLimit effect from which it is critical
 * @param detectable smallest effect these windows would have shown, NaN if unknown
 * @param unit how the effect is called in sentences, such as "debiased PSI"
 */
public record Signal(
        double pValue,
        double effect,
        double nullBand,
        double warningLimit,
        double criticalLimit,
        double detectable,
        String unit) {

    /** The drift of a feature's values. */
    public static Signal ofDrift(Comparison comparison, VerdictSettings settings) {
        return new Signal(
                comparison.pValue(),
                comparison.effect(),
                0,
                settings.warningEffect(),
                settings.criticalEffect(),
                Double.NaN,
                "debiased PSI");
    }
}
