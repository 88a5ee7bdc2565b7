package io.tidewatch.analysis.stats.verdict;

/**
 * The judgement of one signal.
 *
 * @param status what it comes to
 * @param qValue p-value after the correction for all signals judged together; NaN where there was not enough data
 * @param reason one sentence for people
 */
public record Verdict(VerdictStatus status, double qValue, String reason) {}
