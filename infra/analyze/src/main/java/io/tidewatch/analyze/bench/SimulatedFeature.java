package io.tidewatch.analyze.bench;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.CategoryTableBuilder;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** A feature with a known distribution and a known change of it. */
final class SimulatedFeature {

    private static final int GRID = 1_000;

    private final String name;
    private final double[] values;
    private final Multinomial before;
    private final Multinomial after;

    /** A feature with these values if it is numeric; without values it is categorical. */
    private SimulatedFeature(String name, double[] values, Multinomial before, Multinomial after) {
        this.name = name;
        this.values = values;
        this.before = before;
        this.after = after;
    }

    /** What it is. */
    String name() {
        return name;
    }

    /** A continuous feature on a fine grid, with a density before and after. */
    static SimulatedFeature numeric(
            String name, double low, double high, DoubleUnaryOperator before, DoubleUnaryOperator after) {
        double[] values = new double[GRID];
        double[] weights = new double[GRID];
        double[] changed = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            values[i] = low + (high - low) * (i + 0.5) / GRID;
            weights[i] = before.applyAsDouble(values[i]);
            changed[i] = after.applyAsDouble(values[i]);
        }
        return new SimulatedFeature(name, values, new Multinomial(weights), new Multinomial(changed));
    }

    static SimulatedFeature categorical(String name, double[] before, double[] after) {
        return new SimulatedFeature(name, new double[0], new Multinomial(before), new Multinomial(after));
    }

    boolean isNumeric() {
        return values.length > 0;
    }

    /** The table of a reference and a current window with or without drift. */
    ValueTable draw(RandomGenerator random, long referenceRows, long currentRows, boolean drifted) {
        long[] reference = before.sample(random, referenceRows);
        long[] current = (drifted ? after : before).sample(random, currentRows);
        return isNumeric() ? numbers(reference, current) : categories(reference, current);
    }

    private NumberTable numbers(long[] reference, long[] current) {
        NumberTableBuilder builder = NumberTable.builder();
        for (int i = 0; i < values.length; i++) {
            builder.add(values[i], reference[i], current[i]);
        }
        return builder.build();
    }

    private static CategoryTable categories(long[] reference, long[] current) {
        CategoryTableBuilder builder = CategoryTable.builder();
        for (int i = 0; i < reference.length; i++) {
            builder.add("category " + i, reference[i], current[i]);
        }
        return builder.build();
    }

    /**
     * Population stability index of the change, in the bins a perfectly known reference would have: deciles of numbers,
     * categories one by one.
     */
    double populationPsi() {
        double sum = 0;
        double p = 0;
        double q = 0;
        double below = 0;
        int nextDecile = 1;
        for (int value = 0; value < before.size(); value++) {
            p += before.probability(value);
            q += after.probability(value);
            below += before.probability(value);
            boolean last = value == before.size() - 1;
            if (!isNumeric() || last || below >= nextDecile / 10.0 - 1e-12) {
                sum += p > 0 && q > 0 ? (p - q) * Math.log(p / q) : 0;
                p = 0;
                q = 0;
                while (below >= nextDecile / 10.0 - 1e-12) {
                    nextDecile++;
                }
            }
        }
        return sum;
    }
}
