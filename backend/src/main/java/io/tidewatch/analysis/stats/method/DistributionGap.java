package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.distribution.KolmogorovTwoSample;

/** Methods that read the gap between the two cumulative distributions F (reference) and G (current). */
final class DistributionGap {

    /** Smallest unit of the normed Wasserstein distance, so that a constant reference does not divide by zero. */
    private static final double SMALLEST_DEVIATION = 0.001;

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
            largest = Math.max(largest, Math.abs(gap(table, below, belowCurrent)));
        }
        return largest;
    }

    /**
     * First Wasserstein distance, the integral of |F - G|, in standard deviations of the reference (at least 0.001 of
     * the column's unit); 0 to infinity, independent of the unit but for that floor.
     */
    static Outcome wasserstein(NumberTable raw) {
        int exponent = raw.safeExponent();
        NumberTable table = raw.scaledByPowerOfTwo(exponent);
        double deviation = Moments.ofReference(table).populationDeviation();
        double unit = Math.max(deviation, Math.scalb(SMALLEST_DEVIATION, exponent));
        return Outcome.distance(integral(table, false) / unit);
    }

    /** Energy distance: square root of twice the integral of (F - G)^2; 0 to infinity, in the root of the unit. */
    static Outcome energy(NumberTable raw) {
        int exponent = raw.safeExponent();
        NumberTable table = raw.scaledByPowerOfTwo(exponent);
        double scaled = Math.sqrt(2 * integral(table, true));
        return Outcome.distance(exponent == 0 ? scaled : scaled * Math.pow(2, -exponent / 2.0));
    }

    private static double integral(NumberTable table, boolean squared) {
        double sum = 0;
        long below = 0;
        long belowCurrent = 0;
        for (int row = 0; row + 1 < table.size(); row++) {
            below += table.referenceCount(row);
            belowCurrent += table.currentCount(row);
            double gap = Math.abs(gap(table, below, belowCurrent));
            sum += (squared ? gap * gap : gap) * (table.value(row + 1) - table.value(row));
        }
        return sum;
    }

    private static double gap(NumberTable table, long below, long belowCurrent) {
        return (double) below / table.referenceTotal() - (double) belowCurrent / table.currentTotal();
    }
}
