package io.tidewatch.analysis.stats.verdict;

/** The population stability index of counts. */
final class PopulationStability {

    private static final double SMOOTHING = 0.5;

    private PopulationStability() {}

    /** Sum of (p - q) ln(p / q) with every count raised by 0.5, so that empty bins neither vanish nor explode. */
    static double smoothed(BinCounts bins) {
        double n = bins.referenceTotal() + SMOOTHING * bins.size();
        double m = bins.currentTotal() + SMOOTHING * bins.size();
        double sum = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            double p = (bins.reference(bin) + SMOOTHING) / n;
            double q = (bins.current(bin) + SMOOTHING) / m;
            sum += (p - q) * Math.log(p / q);
        }
        return sum;
    }
}
