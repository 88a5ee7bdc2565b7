package io.tidewatch.analysis.stats.verdict;

/** The effect that windows without drift reach: that of the reference's own windows against the rest of it. */
final class NullBand {

    private NullBand() {}

    /** Largest effect of a reference window of the same length and phase; 0 if there is none to compare. */
    static double of(BinCounts counts, ReferenceBlocks blocks) {
        double largest = 0;
        for (long[] window : blocks.windows()) {
            long[] rest = new long[window.length];
            for (int bin = 0; bin < rest.length; bin++) {
                rest[bin] = Math.max(0, counts.reference(bin) - window[bin]);
            }
            BinCounts comparison = new BinCounts(rest, window, counts.ordered());
            long n = comparison.referenceTotal();
            long m = comparison.currentTotal();
            if (n > 0 && m > 0) {
                double bias = (counts.size() - 1) * (1.0 / n + 1.0 / m);
                largest = Math.max(largest, PopulationStability.smoothed(comparison) - bias);
            }
        }
        return largest;
    }
}
