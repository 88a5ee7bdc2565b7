package io.tidewatch.analysis.stats.distribution;

/** Exact distribution of the Mann-Whitney statistic of two small samples without ties. */
public final class MannWhitney {

    private MannWhitney() {}

    /** P(U >= u) for samples of n and m rows. */
    public static double survival(int u, int n, int m) {
        double[] probability = probabilities(Math.min(n, m), Math.max(n, m));
        double sum = 0;
        // The smallest terms first.
        for (int value = probability.length - 1; value >= Math.max(0, u); value--) {
            sum += probability[value];
        }
        return Math.min(1, sum);
    }

    /** Coefficients of the Gaussian binomial, built up factor by factor (1 - q^(m+i)) / (1 - q^i) and kept normed. */
    private static double[] probabilities(int n, int m) {
        int size = n * m + 1;
        double[] coefficient = new double[size];
        coefficient[0] = 1;
        for (int i = 1; i <= n; i++) {
            for (int value = size - 1; value >= m + i; value--) {
                coefficient[value] -= coefficient[value - m - i];
            }
            for (int value = i; value < size; value++) {
                coefficient[value] += coefficient[value - i];
            }
            double norm = (double) i / (m + i);
            for (int value = 0; value < size; value++) {
                coefficient[value] *= norm;
            }
        }
        return coefficient;
    }
}
