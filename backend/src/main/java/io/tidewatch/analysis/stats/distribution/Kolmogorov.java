package io.tidewatch.analysis.stats.distribution;

import org.apache.commons.math3.special.Gamma;

/**
 * Distribution of the two-sided one-sample Kolmogorov-Smirnov statistic D for n observations.
 *
 * <p>No single formula is both fast and exact everywhere, so the choice follows Simard and L'Ecuyer, "Computing the
 * Two-Sided Kolmogorov-Smirnov Distribution" (2011): the exact matrix power of Marsaglia, Tsang and Wang for small
 * n x^1.5, the series of Pelz and Good in the middle, and twice the one-sided tail where p is small.
 */
public final class Kolmogorov {

    /** Up to this n the one-sided tail is summed exactly; beyond, its expansion is exact to far below 1e-9. */
    private static final long EXACT_TAIL_LIMIT = 20_000;

    private Kolmogorov() {}

    /**
     * P(D >= d) for n observations.
     *
     * @param n number of observations, at least 1
     * @param d the statistic, between 0 and 1
     */
    public static double survival(long n, double d) {
        if (Double.isNaN(d)) {
            return Double.NaN;
        }
        double scaled = n * d;
        if (d >= 1) {
            return 0;
        }
        if (scaled <= 0.5) {
            return 1;
        }
        if (scaled <= 1) {
            return 1 - smallestSteps(n, scaled);
        }
        if (d >= 0.5 || scaled * d >= tailStart(n)) {
            return Math.min(1, 2 * oneSidedSurvival(n, d));
        }
        if (n <= 140 || (n <= 100_000 && scaled * Math.sqrt(d) <= 1.4)) {
            return clip(1 - matrixPower((int) n, d));
        }
        return clip(1 - PelzGood.cumulative(n, d));
    }

    /** From which n d^2 on both tails together are twice one of them, to the accuracy promised. */
    private static double tailStart(long n) {
        if (n <= 140) {
            return 4;
        }
        return n <= EXACT_TAIL_LIMIT ? 2.2 : 16;
    }

    private static double clip(double probability) {
        return Math.clamp(probability, 0, 1);
    }

    /** P(D < d) for 1/2n < d <= 1/n: every observation must fall in its own interval, n!(2d - 1/n)^n. */
    private static double smallestSteps(long n, double scaled) {
        return Math.exp(Gamma.logGamma(n + 1.0) - n * Math.log((double) n) + n * Math.log(2 * scaled - 1));
    }

    /** P(D+ >= d) for the one-sided statistic (Smirnov; Birnbaum and Tingey 1951). */
    static double oneSidedSurvival(long n, double d) {
        if (n > EXACT_TAIL_LIMIT) {
            double term = 6 * n * d + 1;
            return Math.exp(-term * term / (18.0 * n));
        }
        double logFactorial = Gamma.logGamma(n + 1.0);
        double sum = 0;
        int last = (int) Math.floor(n * (1 - d));
        for (int j = 0; j <= last; j++) {
            double rest = 1 - d - (double) j / n;
            if (rest <= 0 && j < n) {
                continue;
            }
            double power = j == n ? 0 : (n - j) * Math.log(rest);
            double logBinomial = logFactorial - Gamma.logGamma(j + 1.0) - Gamma.logGamma(n - j + 1.0);
            sum += Math.exp(logBinomial + power + (j - 1) * Math.log(d + (double) j / n));
        }
        return Math.min(1, d * sum);
    }

    /** P(D < d) as the middle element of a matrix power (Marsaglia, Tsang and Wang 2003). */
    private static double matrixPower(int n, double d) {
        int k = (int) (n * d) + 1;
        int size = 2 * k - 1;
        double[] start = transition(size, k - n * d);
        ScaledMatrix power = new ScaledMatrix(start, size).power(n);
        double middle = power.element(k - 1, k - 1);
        int exponent = power.exponent();
        for (int i = 1; i <= n; i++) {
            middle = middle * i / n;
            if (middle < 1e-140) {
                middle *= 1e140;
                exponent -= 140;
            }
        }
        return middle * Math.pow(10, exponent);
    }

    private static double[] transition(int size, double h) {
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i * size + j] = i - j + 1 < 0 ? 0 : 1;
            }
        }
        for (int i = 0; i < size; i++) {
            matrix[i * size] -= Math.pow(h, i + 1);
            matrix[(size - 1) * size + i] -= Math.pow(h, size - i);
        }
        matrix[(size - 1) * size] += 2 * h - 1 > 0 ? Math.pow(2 * h - 1, size) : 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int divisor = 1; divisor <= i - j + 1; divisor++) {
                    matrix[i * size + j] /= divisor;
                }
            }
        }
        return matrix;
    }
}
