package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.distribution.Hypergeometric;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Total variation distance, half the sum of |p - q| (0 to 1, symmetric), with a permutation p-value.
 *
 * <p>Rows are not shuffled: under permutation the reference counts follow a multivariate hypergeometric distribution,
 * which is drawn category by category. The seed is fixed, so the same data gives the same p-value. Up to 1,000
 * permutations; fewer with very many categories, and the note then says how many.
 */
final class TotalVariation {

    private static final int PERMUTATIONS = 1_000;
    private static final int FEWEST_PERMUTATIONS = 99;
    private static final long WORK = 50_000_000;
    private static final long SEED = 20_010_101;

    /** Distances that differ by rounding only count as equal. */
    private static final double SLACK = 1e-12;

    private final CategoryTable table;
    private final RandomGenerator random = new SplittableRandom(SEED);

    private TotalVariation(CategoryTable table) {
        this.table = table;
    }

    static Outcome test(CategoryTable table) {
        return new TotalVariation(table).run();
    }

    private Outcome run() {
        double sum = 0;
        long singles = 0;
        for (int row = 0; row < table.size(); row++) {
            sum += table.multiplicity(row) * difference(table.referenceCount(row), table.currentCount(row));
            singles += total(row) == 1 ? table.multiplicity(row) : 0;
        }
        double observed = sum / 2;
        long draws = table.categoryCount() - singles + 1;
        int permutations = Math.clamp(WORK / draws, FEWEST_PERMUTATIONS, PERMUTATIONS);
        int atLeast = 0;
        for (int i = 0; i < permutations; i++) {
            if (permuted(singles) >= observed - SLACK) {
                atLeast++;
            }
        }
        Outcome outcome = Outcome.test(observed, (atLeast + 1.0) / (permutations + 1.0));
        return permutations == PERMUTATIONS
                ? outcome
                : outcome.withNote("p-value from " + permutations + " permutations, as there are many categories.");
    }

    private double permuted(long singles) {
        long population = table.referenceTotal() + table.currentTotal();
        long draws = table.referenceTotal();
        // Categories seen once differ only in which side they fall on, so one draw decides for all of them.
        long singlesInReference = Hypergeometric.sample(random, population, singles, draws);
        double sum = singlesInReference * difference(1, 0) + (singles - singlesInReference) * difference(0, 1);
        population -= singles;
        draws -= singlesInReference;
        for (int row = 0; row < table.size(); row++) {
            long total = total(row);
            if (total == 1) {
                continue;
            }
            for (long i = 0; i < table.multiplicity(row); i++) {
                long inReference = Hypergeometric.sample(random, population, total, draws);
                sum += difference(inReference, total - inReference);
                population -= total;
                draws -= inReference;
            }
        }
        return sum / 2;
    }

    private long total(int row) {
        return table.referenceCount(row) + table.currentCount(row);
    }

    private double difference(long reference, long current) {
        return Math.abs((double) reference / table.referenceTotal() - (double) current / table.currentTotal());
    }
}
