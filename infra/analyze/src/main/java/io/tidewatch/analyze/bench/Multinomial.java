package io.tidewatch.analyze.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Gamma;

/** Draws the counts of many rows over the values of a distribution, without drawing the rows. */
final class Multinomial {

    /** Below this many rows per value, rows are drawn one by one. */
    private static final int ROW_BY_ROW = 20;

    private final double[] probability;
    private final double[] cumulative;

    /** A distribution with these weights. */
    Multinomial(double[] weights) {
        double total = Arrays.stream(weights).sum();
        probability = Arrays.stream(weights).map(weight -> weight / total).toArray();
        cumulative = probability.clone();
        for (int value = 1; value < cumulative.length; value++) {
            cumulative[value] += cumulative[value - 1];
        }
    }

    int size() {
        return probability.length;
    }

    double probability(int value) {
        return probability[value];
    }

    long[] sample(RandomGenerator random, long rows) {
        long[] counts = new long[probability.length];
        if (rows < (long) ROW_BY_ROW * probability.length) {
            for (long row = 0; row < rows; row++) {
                counts[drawOne(random)]++;
            }
            return counts;
        }
        long left = rows;
        double mass = 1;
        for (int value = 0; value < counts.length - 1 && left > 0; value++) {
            counts[value] = binomial(random, left, Math.min(1, probability[value] / mass));
            left -= counts[value];
            mass -= probability[value];
        }
        counts[counts.length - 1] += left;
        return counts;
    }

    private int drawOne(RandomGenerator random) {
        int position = Arrays.binarySearch(cumulative, random.nextDouble());
        return Math.min(probability.length - 1, position >= 0 ? position + 1 : -position - 1);
    }

    /** Inversion from the mode outwards: about as many steps as the standard deviation. */
    private static long binomial(RandomGenerator random, long n, double p) {
        if (p >= 1) {
            return n;
        }
        if (p <= 0) {
            return 0;
        }
        long mode = Math.min(n, (long) Math.floor((n + 1) * p));
        double atMode = Math.exp(Gamma.logGamma(n + 1.0)
                - Gamma.logGamma(mode + 1.0)
                - Gamma.logGamma(n - mode + 1.0)
                + mode * Math.log(p)
                + (n - mode) * Math.log1p(-p));
        double odds = p / (1 - p);
        double rest = random.nextDouble() - atMode;
        double up = atMode;
        double down = atMode;
        long above = mode;
        long below = mode;
        while (rest > 0 && up + down > 1e-18) {
            if (above < n) {
                up *= odds * (n - above) / (above + 1);
                above++;
                rest -= up;
                if (rest <= 0) {
                    return above;
                }
            }
            if (below > 0) {
                down *= below / (odds * (n - below + 1));
                below--;
                rest -= down;
                if (rest <= 0) {
                    return below;
                }
            }
        }
        return mode;
    }
}
