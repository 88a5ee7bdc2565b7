package io.tidewatch.analysis.stats.verdict;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Correction for judging many signals at once: bounds the share of false alarms among all alarms. */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Adjusted p-values: a signal is significant at rate q when its adjusted value is at most q.
     *
     * @param pValues one per signal; NaN means the signal could not be judged, stays NaN and does not count
     */
    public static double[] adjust(double[] pValues) {
        int[] ascending = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        double smallest = 1;
        for (int rank = ascending.length; rank >= 1; rank--) {
            int signal = ascending[rank - 1];
            smallest = Math.min(smallest, pValues[signal] * ascending.length / rank);
            adjusted[signal] = smallest;
        }
        return adjusted;
    }
}
