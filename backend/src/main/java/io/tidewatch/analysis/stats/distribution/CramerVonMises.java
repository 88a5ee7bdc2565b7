package io.tidewatch.analysis.stats.distribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/** P-value of the two-sample Cramer-von Mises test. */
public final class CramerVonMises {

    /** Largest sample size for which the p-value is exact. */
    private static final long EXACT_LIMIT = 20;

    /** Below this the limiting distribution function is smaller than 1e-17. */
    private static final double NEGLIGIBLE = 0.003;

    private CramerVonMises() {}

    /**
     * Probability of a statistic at least as large without drift.
     *
     * @param u sum of squared rank distances (Anderson's U)
     * @param t the statistic T derived from it
     */
    public static double pValue(double u, double t, long n, long m) {
        if (Math.max(n, m) <= EXACT_LIMIT) {
            return exact(u, (int) n, (int) m);
        }
        double total = (double) n + m;
        double product = (double) n * m;
        double mean = (1 + 1 / total) / 6;
        double spread = 4 * product * total - 3 * ((double) n * n + (double) m * m) - 2 * product;
        double variance = (total + 1) * spread / (45 * total * total * 4 * product);
        double normed = 1.0 / 6 + (t - mean) / Math.sqrt(45 * variance);
        return normed < NEGLIGIBLE ? 1 : Math.max(0, 1 - limitCumulative(normed));
    }

    /** Limiting distribution function of the statistic (Csorgo and Faraway 1996, equation 1.3). */
    static double limitCumulative(double x) {
        double sum = 0;
        for (int k = 0; k < 1000; k++) {
            double y = 4.0 * k + 1;
            double argument = y * y / (16 * x);
            double weight = Math.exp(Gamma.logGamma(k + 0.5) - Gamma.logGamma(k + 1.0));
            double term = weight / (Math.pow(Math.PI, 1.5) * Math.sqrt(x)) * Math.sqrt(y) * quarterBessel(argument);
            sum += term;
            if (term < 1e-12) {
                break;
            }
        }
        return sum;
    }

    /**
     * exp(-q) K(q) with the modified Bessel function K of the second kind and order 1/4, from its integral over cosh by
     * the trapezoidal rule, which converges doubly exponentially here.
     */
    private static double quarterBessel(double q) {
        double step = 1.0 / 32;
        double sum = 0.5 * Math.exp(-2 * q);
        for (int i = 1; ; i++) {
            double t = i * step;
            double exponent = q * (1 + Math.cosh(t));
            if (exponent > 745) {
                return sum * step;
            }
            sum += Math.exp(-exponent) * Math.cosh(t / 4);
        }
    }

    /**
     * Exact p-value by counting lattice paths with their sum of squares (Xiao, Gordon and Yakovlev 2006): the number of
     * orders of n and m rows whose statistic is at least the observed one.
     */
    private static double exact(double u, int n, int m) {
        long multiple = (long) n / greatestCommonDivisor(n, m) * m;
        long a = multiple / n;
        long b = multiple / m;
        long product = (long) n * m;
        double observed = Math.floor((double) multiple
                * multiple
                * (n + m)
                * (6 * u - product * (4.0 * product - 1))
                / (6.0 * product * product));
        List<Map<Long, Long>> row = new ArrayList<>();
        row.add(Map.of(0L, 1L));
        for (int v = 1; v <= n; v++) {
            row.add(Map.of());
        }
        for (int step = 0; step <= m; step++) {
            Map<Long, Long> previous = Map.of();
            for (int v = 0; v <= n; v++) {
                Map<Long, Long> here = HashMap.newHashMap(row.get(v).size() + previous.size());
                long distance = a * v - b * step;
                long square = distance * distance;
                row.get(v).forEach((sum, paths) -> here.merge(sum + square, paths, Long::sum));
                previous.forEach((sum, paths) -> here.merge(sum + square, paths, Long::sum));
                row.set(v, here);
                previous = here;
            }
        }
        // At most 40 over 20 paths, about 1.4e11: a long holds them all.
        long extreme = 0;
        long all = 0;
        for (Map.Entry<Long, Long> end : row.get(n).entrySet()) {
            all += end.getValue();
            extreme += end.getKey() >= observed ? end.getValue() : 0;
        }
        return (double) extreme / all;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
