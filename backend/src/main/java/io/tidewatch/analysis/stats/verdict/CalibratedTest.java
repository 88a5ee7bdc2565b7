package io.tidewatch.analysis.stats.verdict;

/**
 * Chi-square test of homogeneity on fixed bins, with the debiased population stability index as its effect size.
 *
 * <p>Without drift the index of n and m rows in B bins has the mean (B - 1)(1/n + 1/m), which is what makes fixed
 * thresholds on the raw index alarm on small windows. Subtracting it leaves a number that means the same at every size.
 */
public final class CalibratedTest {

    /** Rows each bin must be expected to hold in the smaller window. */
    static final double MINIMUM_EXPECTED = 5;

    /** Rows of the smaller window from which the few rows outside the only large bin are no change that matters. */
    private static final long NEARLY_CONSTANT = 500;

    private CalibratedTest() {}

    /** Compares two windows whose rows are taken as independent. */
    public static Comparison compare(BinCounts counts) {
        return compare(counts, ReferenceBlocks.none());
    }

    /**
     * Compares two windows; bins too small for the test are merged first.
     *
     * @param blocks the reference in units of time, in the same bins as the counts
     */
    public static Comparison compare(BinCounts counts, ReferenceBlocks blocks) {
        long n = counts.referenceTotal();
        long m = counts.currentTotal();
        if (n == 0 || m == 0) {
            return Comparison.inconclusive(n, m);
        }
        BinMerger merger = BinMerger.forExpected(counts, MINIMUM_EXPECTED);
        if (merger.size() < 2) {
            return isConstant(counts, n, m) ? Comparison.identical(n, m) : Comparison.inconclusive(n, m);
        }
        BinCounts bins = counts.merged(merger);
        int degreesOfFreedom = bins.size() - 1;
        Dependence dependence = Dependence.independent();
        double nullBand = 0;
        if (blocks.isUsable()) {
            ReferenceBlocks units = blocks.merged(merger);
            dependence = DependenceEstimator.estimate(units);
            nullBand = NullBand.of(bins, units);
        }
        double inflation = dependence.inflation(n, m);
        double psi = PopulationStability.smoothed(bins);
        double statistic = homogeneity(bins, n, m);
        return new Comparison(
                psi,
                Math.max(0, psi - degreesOfFreedom * (1.0 / n + 1.0 / m)),
                statistic,
                dependence.pValue(statistic, degreesOfFreedom, n, m),
                degreesOfFreedom,
                n,
                m,
                inflation,
                nullBand,
                Power.of(dependence, degreesOfFreedom, inflation, n, m, visible(counts, bins)));
    }

    /**
     * Whether both windows lie in one bin, but for fewer rows than a test needs. In windows of some size, so few rows
     * cannot be a change that matters.
     */
    private static boolean isConstant(BinCounts counts, long n, long m) {
        // "Other" holds values that may all differ: that many rows are in it says nothing.
        int bins = counts.ordered() ? counts.size() : counts.size() - 1;
        long largest = 0;
        for (int bin = 0; bin < bins; bin++) {
            largest = Math.max(largest, counts.reference(bin) + counts.current(bin));
        }
        long outside = n + m - largest;
        long smaller = Math.min(n, m);
        return outside == 0
                ? smaller >= 2 * MINIMUM_EXPECTED
                : smaller >= NEARLY_CONSTANT && outside < MINIMUM_EXPECTED * (n + m) / smaller;
    }

    /** Categories in "other" may change places there unseen, unless it is a single one. */
    private static double visible(BinCounts counts, BinCounts merged) {
        int other = merged.size() - 1;
        long pooled = merged.reference(other) + merged.current(other);
        if (counts.ordered()) {
            return 1;
        }
        for (int bin = 0; bin < counts.size() - 1; bin++) {
            if (counts.reference(bin) + counts.current(bin) == pooled) {
                return 1;
            }
        }
        return 1 - (double) pooled / (counts.referenceTotal() + counts.currentTotal());
    }

    private static double homogeneity(BinCounts bins, long n, long m) {
        double sum = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            double p = (double) bins.reference(bin) / n;
            double q = (double) bins.current(bin) / m;
            double pooled = (double) (bins.reference(bin) + bins.current(bin)) / (n + m);
            if (pooled > 0) {
                sum += (p - q) * (p - q) / pooled;
            }
        }
        return sum / (1.0 / n + 1.0 / m);
    }
}
