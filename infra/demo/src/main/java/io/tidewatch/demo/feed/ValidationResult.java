package io.tidewatch.demo.feed;

import java.util.Map;

/**
 * How a version did on flights it had not seen, to be logged as a run.
 *
 * @param version the version
 * @param name which flights
 * @param flights how many
 * @param metrics by the names of Tidewatch's performance metrics
 */
public record ValidationResult(String version, String name, long flights, Map<String, Double> metrics) {}
