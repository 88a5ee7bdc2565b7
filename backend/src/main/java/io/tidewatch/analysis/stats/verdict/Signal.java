package io.tidewatch.analysis.stats.verdict;

/**
 * One thing to be judged: a change with its size, its p-value and the limits that apply to it.
 *
 * @param kind what changed
 * @param pValue NaN where the windows are too small
 * @param effect size of the change, in the unit of the limits
 * @param nullBand effect that windows without drift reach by chance, given how dependent their rows are; 0 if unknown
 * @param warningLimit effect from which a sure change is a warning
 * @param criticalLimit effect from which it is critical
 * @param power what these windows could have shown
 */
public record Signal(
        Kind kind,
        double pValue,
        double effect,
        double nullBand,
        double warningLimit,
        double criticalLimit,
        Power power) {

    /** What a signal is about. */
    public enum Kind {
        /** The distribution of the values; its effect is the debiased population stability index. */
        VALUES("debiased PSI"),
        /** The share of missing values. */
        MISSING("change of the missing rate"),
        /** The share of infinite values. */
        INFINITE("change of the share of infinite values"),
        /** The share of rows with a category the reference never saw, beyond what it leads to expect. */
        UNSEEN("unexpected share of categories never seen");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** How the effect is called in sentences. */
        public String words() {
            return words;
        }
    }

    /** The drift of a feature's values. */
    public static Signal ofValues(Comparison comparison, VerdictSettings settings) {
        return new Signal(
                Kind.VALUES,
                comparison.pValue(),
                comparison.effect(),
                comparison.nullBand(),
                settings.warningEffect(),
                settings.criticalEffect(),
                comparison.power());
    }

    /** The change of a rate. */
    public static Signal ofRate(Kind kind, RateTest.Rates rates, VerdictSettings settings) {
        return new Signal(
                kind, rates.pValue(), rates.change(), 0, settings.warningRate(), settings.criticalRate(), Power.NONE);
    }
}
