package io.tidewatch.sdk.internal.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

/**
 * Quantiles of a stream in bounded memory, as in Karnin, Lang and Liberty, "Optimal quantile approximation in streams"
 * (2016), with levels of equal size. A full level is sorted, every other value of it moves up and counts twice. Exact up to
 * {@value #LEVEL_SIZE} values; beyond, the rank of an answer is off by about 0.3 % of the count (one standard deviation), and
 * memory grows by one level of 4 KiB each time the count doubles. The same values in the same order give the same answers.
 */
public final class QuantileSketch {

    static final int LEVEL_SIZE = 512;
    private static final int MAX_LEVELS = 54;

    private final double[][] levels = new double[MAX_LEVELS][];
    private final int[] sizes = new int[MAX_LEVELS];
    private final SplittableRandom random = new SplittableRandom(1);
    private int used;

    /** Adds a finite value. */
    public void add(double value) {
        put(0, value);
        for (int level = 0; level < used && sizes[level] == LEVEL_SIZE; level++) {
            compact(level);
        }
    }

    /**
     * The smallest kept value with at least this share of all values at or below it. There must have been a value.
     *
     * @param probabilities rising, each from 0 to 1
     */
    public double[] quantiles(double... probabilities) {
        Weighted[] values = sorted();
        double total = 0;
        for (Weighted value : values) {
            total += value.weight();
        }
        double[] answers = new double[probabilities.length];
        double below = 0;
        int next = 0;
        for (int i = 0; i < probabilities.length; i++) {
            while (next < values.length - 1 && below + values[next].weight() < probabilities[i] * total) {
                below += values[next].weight();
                next++;
            }
            answers[i] = values[next].value();
        }
        return answers;
    }

    private Weighted[] sorted() {
        int count = 0;
        for (int level = 0; level < used; level++) {
            count += sizes[level];
        }
        Weighted[] values = new Weighted[count];
        int at = 0;
        for (int level = 0; level < used; level++) {
            double weight = Math.scalb(1.0, level);
            for (int i = 0; i < sizes[level]; i++) {
                values[at++] = new Weighted(levels[level][i], weight);
            }
        }
        Arrays.sort(values, Comparator.comparingDouble(Weighted::value));
        return values;
    }

    private void compact(int level) {
        double[] values = levels[level];
        Arrays.sort(values);
        for (int i = random.nextInt(2); i < LEVEL_SIZE; i += 2) {
            put(level + 1, values[i]);
        }
        sizes[level] = 0;
    }

    private void put(int level, double value) {
        if (level == used) {
            levels[level] = new double[LEVEL_SIZE];
            used++;
        }
        levels[level][sizes[level]++] = value;
    }

    private record Weighted(double value, double weight) {}
}
