package io.tidewatch.analysis.stats.distribution;

import java.util.random.RandomGenerator;

/** Hypergeometric distribution: marked items among draws without replacement. */
public final class Hypergeometric {

    /** Relative slack within which two probabilities count as equal. */
    private static final double SLACK = 1e-10;

    /** Probabilities this far below the largest no longer change a sum. */
    private static final double NEGLIGIBLE = 1e-20;

    /** Up to this many marked items they are drawn one by one. */
    private static final long ONE_BY_ONE = 24;

    private Hypergeometric() {}

    /**
     * Two-sided p-value: total probability of all outcomes at most as likely as the observed one.
     *
     * @param observed marked items among the draws
     * @param population all items
     * @param marked marked items of the population
     * @param draws items drawn
     */
    public static double atMostAsLikely(long observed, long population, long marked, long draws) {
        long low = Math.max(0, draws - (population - marked));
        long high = Math.min(draws, marked);
        long mode = mode(population, marked, draws);
        double limit = relativeToMode(observed, mode, population, marked, draws) * (1 + SLACK);
        // All probabilities are relative to that of the mode, walked outwards by the ratio of neighbours.
        double all = 0;
        double extreme = 0;
        double p = 1;
        for (long x = mode; x <= high && p > NEGLIGIBLE; x++) {
            all += p;
            extreme += p <= limit ? p : 0;
            p *= ratioUp(x, population, marked, draws);
        }
        p = 1;
        for (long x = mode - 1; x >= low && p > NEGLIGIBLE; x--) {
            p /= ratioUp(x, population, marked, draws);
            all += p;
            extreme += p <= limit ? p : 0;
        }
        if (limit < NEGLIGIBLE) {
            return Math.min(1, 2 * Math.exp(logProbability(observed, population, marked, draws)));
        }
        return Math.min(1, extreme / all);
    }

    /** P(x) / P(mode), by the same ratios of neighbours as the sum, so that equal probabilities come out equal. */
    private static double relativeToMode(long x, long mode, long population, long marked, long draws) {
        double p = 1;
        for (long i = mode; i < x && p > 0; i++) {
            p *= ratioUp(i, population, marked, draws);
        }
        for (long i = mode - 1; i >= x && p > 0; i--) {
            p /= ratioUp(i, population, marked, draws);
        }
        return p;
    }

    /** Draws a number of marked items. */
    public static long sample(RandomGenerator random, long population, long marked, long draws) {
        if (marked <= ONE_BY_ONE) {
            long hits = 0;
            for (long i = 0; i < marked; i++) {
                if (random.nextDouble() * (population - i) < draws - hits) {
                    hits++;
                }
            }
            return hits;
        }
        long low = Math.max(0, draws - (population - marked));
        long high = Math.min(draws, marked);
        long mode = mode(population, marked, draws);
        double atMode = Math.exp(logProbability(mode, population, marked, draws));
        double rest = random.nextDouble() - atMode;
        double up = atMode;
        double down = atMode;
        long above = mode;
        long below = mode;
        // Inversion from the mode outwards: about as many steps as the standard deviation.
        while (rest > 0 && (above < high || below > low)) {
            if (above < high) {
                up *= ratioUp(above, population, marked, draws);
                above++;
                rest -= up;
                if (rest <= 0) {
                    return above;
                }
            }
            if (below > low) {
                below--;
                down /= ratioUp(below, population, marked, draws);
                rest -= down;
                if (rest <= 0) {
                    return below;
                }
            }
            if (up + down < NEGLIGIBLE) {
                return mode;
            }
        }
        return mode;
    }

    private static long mode(long population, long marked, long draws) {
        double ideal = Math.floor(((double) draws + 1) * ((double) marked + 1) / ((double) population + 2));
        long low = Math.max(0, draws - (population - marked));
        return Math.clamp((long) ideal, low, Math.min(draws, marked));
    }

    /** P(x + 1) / P(x). */
    private static double ratioUp(long x, long population, long marked, long draws) {
        return ((double) (marked - x) * (draws - x)) / ((double) (x + 1) * (population - marked - draws + x + 1));
    }

    private static double logProbability(long x, long population, long marked, long draws) {
        return logBinomial(marked, x) + logBinomial(population - marked, draws - x) - logBinomial(population, draws);
    }

    private static double logBinomial(long n, long k) {
        return LogFactorial.of(n) - LogFactorial.of(k) - LogFactorial.of(n - k);
    }
}
