package io.tidewatch.analysis.stats.distribution;

/**
 * Asymptotic series of the Kolmogorov-Smirnov distribution in powers of 1/sqrt(n), with an error of order 1/n^2 (Pelz
 * and Good, "Approximating the Lower Tail-Areas of the Kolmogorov-Smirnov One-Sample Statistic", 1976).
 */
final class PelzGood {

    private static final double PI2 = Math.PI * Math.PI;
    private static final double PI4 = PI2 * PI2;
    private static final double PI6 = PI4 * PI2;
    private static final double ROOT_HALF_PI = Math.sqrt(Math.PI / 2);

    private PelzGood() {}

    /** P(D < d) for n observations. */
    static double cumulative(long n, double d) {
        double root = Math.sqrt((double) n);
        double z = root * d;
        double z2 = z * z;
        double z4 = z2 * z2;
        double z6 = z4 * z2;
        double k0 = 0;
        double k1 = 0;
        double k2 = 0;
        double k3 = 0;
        int terms = (int) Math.ceil(2.8 * z) + 2;
        for (int k = terms; k >= 0; k--) {
            // Sums over all integers are twice the sum over k >= 0 of the odd halves.
            double half2 = (k + 0.5) * (k + 0.5);
            double half4 = half2 * half2;
            double weight = 2 * Math.exp(-PI2 * half2 / (2 * z2));
            k0 += weight;
            k1 += weight * (PI2 * half2 - z2);
            k2 += weight * (6 * z6 + 2 * z4 + PI2 * (2 * z4 - 5 * z2) * half2 + PI4 * (1 - 2 * z2) * half4);
            k3 += weight
                    * (PI6 * half2 * half4 * (5 - 30 * z2)
                            + PI4 * half4 * (-60 * z2 + 212 * z4)
                            + PI2 * half2 * (135 * z4 - 96 * z6)
                            - 30 * z6
                            - 90 * z6 * z2);
        }
        double k2Even = 0;
        double k3Even = 0;
        for (int k = terms; k >= 1; k--) {
            double square = (double) k * k;
            double weight = 2 * Math.exp(-PI2 * square / (2 * z2));
            k2Even += weight * PI2 * square;
            k3Even += weight * (3 * PI2 * square * z2 - PI4 * square * square);
        }
        double z3 = z * z2;
        double first = ROOT_HALF_PI / z * k0;
        double second = ROOT_HALF_PI / (6 * z4) * k1;
        double third = ROOT_HALF_PI * (k2 / (72 * z6 * z) - k2Even / (36 * z3));
        // SciPy weights the last sum by half of what the paper does. Both are within 2e-6 of the exact value, and users
        // compare our p-values with SciPy's, so its weight is kept.
        double fourth = ROOT_HALF_PI * (k3 / (6480 * z6 * z4) + k3Even / (216 * z6));
        return first + second / root + third / n + fourth / (n * root);
    }
}
