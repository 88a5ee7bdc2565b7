package io.tidewatch.analysis.stats.performance;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Bootstrap intervals of metrics of a confusion matrix that have no simple formula. Resampling rows of a matrix is
 * drawing its four cells, so it costs the same for any number of rows. The seed is fixed.
 */
final class ConfusionBootstrap {

    private static final int RESAMPLES = 1_000;
    private static final long SEED = 20_010_101;

    private final BinaryConfusion[] resamples = new BinaryConfusion[RESAMPLES];

    ConfusionBootstrap(BinaryConfusion confusion) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] cells = {
            confusion.truePositive(), confusion.falsePositive(), confusion.trueNegative(), confusion.falseNegative()
        };
        for (int i = 0; i < RESAMPLES; i++) {
            double[] drawn = Arrays.stream(cells)
                    .map(expected -> CountSampler.poisson(random, expected))
                    .toArray();
            resamples[i] = new BinaryConfusion(drawn[0], drawn[1], drawn[2], drawn[3]);
        }
    }

    Interval interval(ToDoubleFunction<BinaryConfusion> metric) {
        double[] values = Arrays.stream(resamples)
                .mapToDouble(metric)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length < RESAMPLES / 2) {
            return Interval.NONE;
        }
        int low = (int) Math.floor(0.025 * (values.length - 1));
        return new Interval(values[low], values[values.length - 1 - low]);
    }
}
