package io.tidewatch.analysis.stats.distribution;

/**
 * P-value of the two-sided two-sample Kolmogorov-Smirnov test.
 *
 * <p>Exact while both samples have at most {@value #EXACT_LIMIT} rows (SciPy's automatic choice), by counting lattice
 * paths; beyond, the one-sample distribution at the effective size nm/(n+m).
 */
public final class KolmogorovTwoSample {

    /** Largest sample size for which the p-value is exact. */
    public static final long EXACT_LIMIT = 10_000;

    /** Where the bound 2 e exp(-2 d^2 nm/(n+m)) is below 1e-16, counting paths would add nothing that can be seen. */
    private static final double NEGLIGIBLE_EXPONENT = 38.6;

    private KolmogorovTwoSample() {}

    /** Probability of a statistic of at least d when samples of n and m rows come from one distribution. */
    public static double pValue(double d, long n, long m) {
        if (Double.isNaN(d) || n == 0 || m == 0) {
            return Double.NaN;
        }
        double effective = (double) n * m / (n + m);
        boolean exact = Math.max(n, m) <= EXACT_LIMIT && 2 * d * d * effective < NEGLIGIBLE_EXPONENT;
        if (exact) {
            return exactPValue(d, (int) n, (int) m);
        }
        return Kolmogorov.survival(Math.max(1, (long) Math.rint(effective)), d);
    }

    /**
     * Probability that a random path from (0,0) to (n,m) ever leaves the band |i/n - j/m| < d. Cell (i,j) holds the
     * probability that a path which passes there has left the band; only cells inside the band are computed, as the
     * others are 1. All terms are positive, so small p-values keep their relative accuracy.
     */
    private static double exactPValue(double d, int n, int m) {
        if (n > m) {
            return exactPValue(d, m, n);
        }
        long divisor = greatestCommonDivisor(n, m);
        long stepN = m / divisor;
        long stepM = n / divisor;
        long limit = Math.round(d * stepN * n);
        if (limit <= 0) {
            return 1;
        }
        double[] left = new double[m + 2];
        for (int j = 0; j <= m + 1; j++) {
            left[j] = j * stepM >= limit ? 1 : 0;
        }
        for (int i = 1; i <= n; i++) {
            // Columns j with |i stepN - j stepM| < limit.
            int from = (int) Math.max(0, Math.floorDiv(i * stepN - limit, stepM) + 1);
            int to = (int) Math.min(m, -Math.floorDiv(-(i * stepN + limit), stepM) - 1);
            if (from > 0) {
                left[from - 1] = 1;
            }
            for (int j = from; j <= to; j++) {
                double fromLeft = j == 0 ? 0 : left[j - 1] * j;
                left[j] = (left[j] * i + fromLeft) / (i + j);
            }
        }
        return Math.min(1, left[m]);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
