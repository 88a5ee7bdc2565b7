package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.distribution.ChiSquare;

/**
 * Chi-square test of homogeneity on fixed bins, with the debiased population stability index as its effect size.
 *
 * <p>Without drift the index of n and m rows in B bins has the mean (B - 1)(1/n + 1/m), which is what makes fixed
 * thresholds on the raw index alarm on small windows. Subtracting it leaves a number that means the same at every size.
 */
public final class CalibratedTest {

    /** Rows each bin must be expected to hold in the smaller window. */
    static final double MINIMUM_EXPECTED = 5;

    private CalibratedTest() {}

    /** Compares the two windows; bins too small for the test are merged first. */
    public static Comparison compare(BinCounts counts) {
        long n = counts.referenceTotal();
        long m = counts.currentTotal();
        if (n == 0 || m == 0) {
            return inconclusive(n, m);
        }
        BinCounts bins = counts.merged(BinMerger.forExpected(counts, MINIMUM_EXPECTED));
        if (bins.size() < 2) {
            return Math.min(n, m) >= 2 * MINIMUM_EXPECTED && counts.size() == 1
                    ? new Comparison(0, 0, 0, 1, 0, n, m)
                    : inconclusive(n, m);
        }
        double psi = smoothedPsi(bins, n, m);
        int degreesOfFreedom = bins.size() - 1;
        double bias = degreesOfFreedom * (1.0 / n + 1.0 / m);
        double statistic = homogeneity(bins, n, m);
        double pValue = ChiSquare.survival(statistic, degreesOfFreedom);
        return new Comparison(psi, Math.max(0, psi - bias), statistic, pValue, degreesOfFreedom, n, m);
    }

    private static Comparison inconclusive(long n, long m) {
        return new Comparison(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, n, m);
    }

    private static double smoothedPsi(BinCounts bins, long n, long m) {
        double sum = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            double p = (bins.reference(bin) + 0.5) / (n + 0.5 * bins.size());
            double q = (bins.current(bin) + 0.5) / (m + 0.5 * bins.size());
            sum += (p - q) * Math.log(p / q);
        }
        return sum;
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
