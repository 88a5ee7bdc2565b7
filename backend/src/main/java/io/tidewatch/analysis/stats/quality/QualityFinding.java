package io.tidewatch.analysis.stats.quality;

/**
 * One thing that is wrong with a column.
 *
 * @param check name of the check, as in SageMaker's constraint violations
 * @param critical whether it is critical; a warning otherwise
 * @param rows rows concerned
 * @param detail one sentence for people
 */
public record QualityFinding(String check, boolean critical, long rows, String detail) {}
