package io.tidewatch.analysis.stats.performance;

import java.util.random.RandomGenerator;

/** Draws counts for bootstrap resamples. */
final class CountSampler {

    /** From this mean on the normal approximation is closer than a resample can show. */
    private static final double LARGE = 200;

    private CountSampler() {}

    /** A Poisson count with this mean. */
    static double poisson(RandomGenerator random, double mean) {
        if (mean >= LARGE) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
