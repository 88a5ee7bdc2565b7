package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.distribution.Hypergeometric;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Maximum mean discrepancy with a Gaussian kernel whose width is the median distance within the reference, unbiased for
 * pairs within a sample, and a permutation p-value with a fixed seed. 0 means equal; it may be slightly negative.
 *
 * <p>The kernel is evaluated between distinct values, not between rows. Beyond 1,000 distinct values neighbours are first
 * joined into 1,000 groups of about equal size at their mean, and the note says so.
 */
final class MeanDiscrepancy {

    private static final int MAX_VALUES = 1_000;
    private static final int PERMUTATIONS = 1_000;
    private static final int FEWEST_PERMUTATIONS = 100;
    private static final double WORK = 2e8;
    private static final long SEED = 20_010_101;
    private static final double SLACK = 1e-12;

    private final NumberTable table;
    private final double[][] kernel;
    private final RandomGenerator random = new SplittableRandom(SEED);

    private MeanDiscrepancy(NumberTable table) {
        this.table = table;
        this.kernel = kernel(table);
    }

    static Outcome test(NumberTable raw) {
        if (Math.min(raw.referenceTotal(), raw.currentTotal()) < 2) {
            return Outcome.refused("The maximum mean discrepancy needs at least two rows in each window.");
        }
        NumberTable scaled = raw.scaledByPowerOfTwo(raw.safeExponent());
        if (scaled.size() <= MAX_VALUES) {
            return new MeanDiscrepancy(scaled).run();
        }
        return new MeanDiscrepancy(grouped(scaled))
                .run()
                .withNote("Approximate: values joined into " + MAX_VALUES + " groups of about equal size.");
    }

    private Outcome run() {
        int size = table.size();
        double[] reference = new double[size];
        for (int row = 0; row < size; row++) {
            reference[row] = table.referenceCount(row);
        }
        double observed = statistic(reference);
        int permutations = (int) Math.clamp(WORK / ((double) size * size), FEWEST_PERMUTATIONS, PERMUTATIONS);
        int atLeast = 0;
        for (int i = 0; i < permutations; i++) {
            permute(reference);
            if (statistic(reference) >= observed - SLACK) {
                atLeast++;
            }
        }
        return Outcome.test(observed, (atLeast + 1.0) / (permutations + 1.0));
    }

    private void permute(double[] reference) {
        long population = table.referenceTotal() + table.currentTotal();
        long draws = table.referenceTotal();
        for (int row = 0; row < reference.length; row++) {
            long equal = table.referenceCount(row) + table.currentCount(row);
            long inReference = Hypergeometric.sample(random, population, equal, draws);
            reference[row] = inReference;
            population -= equal;
            draws -= inReference;
        }
    }

    /** Sum over pairs within the reference, within the current window, and across, each as a mean. */
    private double statistic(double[] reference) {
        double n = table.referenceTotal();
        double m = table.currentTotal();
        double within = 0;
        double across = 0;
        double withinCurrent = 0;
        for (int i = 0; i < reference.length; i++) {
            double[] row = kernel[i];
            double referenceSum = 0;
            double currentSum = 0;
            for (int j = 0; j < reference.length; j++) {
                referenceSum += row[j] * reference[j];
                currentSum += row[j] * (pooled(j) - reference[j]);
            }
            double current = pooled(i) - reference[i];
            within += reference[i] * referenceSum;
            across += current * referenceSum;
            withinCurrent += current * currentSum;
        }
        return (within - n) / (n * (n - 1)) + (withinCurrent - m) / (m * (m - 1)) - 2 * across / (n * m);
    }

    private double pooled(int row) {
        return (double) table.referenceCount(row) + table.currentCount(row);
    }

    private static double[][] kernel(NumberTable table) {
        double median = medianSquaredDistance(table);
        double gamma = median == 0 ? 1 : 1 / median;
        double[][] kernel = new double[table.size()][table.size()];
        for (int i = 0; i < kernel.length; i++) {
            for (int j = 0; j < kernel.length; j++) {
                double distance = table.value(i) - table.value(j);
                kernel[i][j] = Math.exp(-gamma * distance * distance);
            }
        }
        return kernel;
    }

    /** Median of the squared distances over all ordered pairs of reference rows, found by bisection on counts. */
    private static double medianSquaredDistance(NumberTable table) {
        double n = table.referenceTotal();
        double wanted = Math.rint((n * n - 1) / 2) + 1;
        double low = 0;
        double high = table.value(table.size() - 1) - table.value(0);
        if (pairsWithin(table, 0).count() >= wanted) {
            return 0;
        }
        for (int step = 0; step < 64; step++) {
            double middle = low + (high - low) / 2;
            if (pairsWithin(table, middle).count() >= wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double median = pairsWithin(table, high).largest();
        return median * median;
    }

    /** Ordered pairs of reference rows at most some distance apart, and the largest distance among them. */
    private record Pairs(double count, double largest) {}

    private static Pairs pairsWithin(NumberTable table, double distance) {
        double pairs = 0;
        double largest = 0;
        double inside = 0;
        int first = 0;
        int end = 0;
        for (int row = 0; row < table.size(); row++) {
            while (end < table.size() && table.value(end) - table.value(row) <= distance) {
                inside += table.referenceCount(end++);
            }
            while (table.value(row) - table.value(first) > distance) {
                inside -= table.referenceCount(first++);
            }
            pairs += table.referenceCount(row) * inside;
            if (table.referenceCount(row) > 0 && table.referenceCount(end - 1) > 0) {
                largest = Math.max(largest, table.value(end - 1) - table.value(row));
            }
        }
        return new Pairs(pairs, largest);
    }

    private static NumberTable grouped(NumberTable table) {
        NumberTableBuilder builder = NumberTable.builder();
        double perGroup = ((double) table.referenceTotal() + table.currentTotal()) / MAX_VALUES;
        double sum = 0;
        long reference = 0;
        long current = 0;
        double done = 0;
        for (int row = 0; row < table.size(); row++) {
            long count = table.referenceCount(row) + table.currentCount(row);
            sum += count * table.value(row);
            reference += table.referenceCount(row);
            current += table.currentCount(row);
            done += count;
            if (done >= perGroup || row == table.size() - 1) {
                builder.add(sum / (reference + current), reference, current);
                sum = 0;
                reference = 0;
                current = 0;
                done = 0;
            }
        }
        return builder.build();
    }
}
