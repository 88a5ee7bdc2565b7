package io.tidewatch.profile;

import java.util.Map;
import java.util.NavigableMap;

/**
 * The values of a window by unit of time, counted in the bins of a baseline.
 *
 * @param predictionCounts predictions by unit
 * @param byVariable by name of a variable and unit, its values per bin; units without a value are absent
 */
public record BinnedWindow(
        NavigableMap<Integer, Long> predictionCounts, Map<String, NavigableMap<Integer, long[]>> byVariable) {}
