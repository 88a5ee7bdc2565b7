package io.tidewatch.analysis.stats.estimation;

/**
 * One estimated performance value.
 *
 * @param name name in JSON, as of the realised metric
 * @param value the estimate; NaN where it is not defined
 * @param lower estimate less three standard errors of sampling, NaN if unknown
 * @param upper estimate plus three standard errors
 */
public record Estimate(String name, double value, double lower, double upper) {}
