package io.tidewatch.analysis.stats.verdict;

/**
 * Limits of the verdict.
 *
 * @param falseDiscoveryRate share of false alarms among alarms that is accepted, Benjamini-Hochberg's q
 * @param warningEffect debiased PSI from which a sure change is a warning
 * @param criticalEffect debiased PSI from which it is critical
 * @param warningRate change of a rate (missing, infinite, never seen), 0..1, from which it is a warning
 * @param criticalRate change of a rate from which it is critical
 */
public record VerdictSettings(
        double falseDiscoveryRate,
        double warningEffect,
        double criticalEffect,
        double warningRate,
        double criticalRate) {

    /** The defaults the published false-alarm rates hold for. */
    public static final VerdictSettings DEFAULT = new VerdictSettings(0.01, 0.1, 0.25, 0.02, 0.1);
}
