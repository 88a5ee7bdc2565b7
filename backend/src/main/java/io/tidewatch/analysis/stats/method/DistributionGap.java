package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.distribution.KolmogorovTwoSample;

/** Methods that read the gap between the two cumulative distributions F (reference) and G (current). */
final class DistributionGap {

    private DistributionGap() {}

    /** Two-sample Kolmogorov-Smirnov test: D = sup |F - G|, 0 to 1, symmetric; p-value as {@link KolmogorovTwoSample}. */
    static Outcome kolmogorovSmirnov(NumberTable table) {
        double d = largestGap(table);
        return Outcome.test(d, KolmogorovTwoSample.pValue(d, table.referenceTotal(), table.currentTotal()));
    }

    /** SageMaker's numeric L-infinity: D itself as a distance. */
    static Outcome largestGapDistance(NumberTable table) {
        return Outcome.distance(largestGap(table));
    }

    static double largestGap(NumberTable table) {
        double largest = 0;
        long below = 0;
        long belowCurrent = 0;
        for (int row = 0; row < table.size(); row++) {
            below += table.referenceCount(row);
            belowCurrent += table.currentCount(row);
            double gap = (double) below / table.referenceTotal() - (double) belowCurrent / table.currentTotal();
            largest = Math.max(largest, Math.abs(gap));
        }
        return largest;
    }
}
