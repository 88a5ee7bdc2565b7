package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.Arrays;

/** Shares of both samples per bin, binned as Evidently bins. */
final class Shares {

    /** Numeric columns with more distinct reference values than this are binned, others compared value by value. */
    private static final int MAX_VALUES_UNBINNED = 20;

    /** What an empty bin is filled with, unless the smallest share is smaller still. */
    private static final double ZERO_FILL = 0.0001;

    private final double[] reference;
    private final double[] current;
    private final long[] weight;

    private Shares(double[] reference, double[] current, long[] weight) {
        this.reference = reference;
        this.current = current;
        this.weight = weight;
    }

    static Shares of(ValueTable table) {
        return switch (table) {
            case NumberTable numbers when numbers.referenceDistinct() > MAX_VALUES_UNBINNED -> binned(numbers);
            case NumberTable numbers -> perRow(numbers, ones(numbers.size()));
            case CategoryTable categories -> perRow(categories, multiplicities(categories));
        };
    }

    private static Shares binned(NumberTable raw) {
        NumberTable table = raw.scaledByPowerOfTwo(raw.safeExponent());
        long[][] counts = EqualWidthBins.over(table, table.referenceTotal() + table.currentTotal())
                .counts(table);
        int bins = counts[0].length;
        double[] reference = new double[bins];
        double[] current = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            reference[bin] = (double) counts[0][bin] / table.referenceTotal();
            current[bin] = (double) counts[1][bin] / table.currentTotal();
        }
        return new Shares(reference, current, ones(bins));
    }

    private static Shares perRow(ValueTable table, long[] weight) {
        double[] reference = new double[table.size()];
        double[] current = new double[table.size()];
        for (int row = 0; row < table.size(); row++) {
            reference[row] = (double) table.referenceCount(row) / table.referenceTotal();
            current[row] = (double) table.currentCount(row) / table.currentTotal();
        }
        return new Shares(reference, current, weight);
    }

    private static long[] ones(int size) {
        long[] ones = new long[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static long[] multiplicities(CategoryTable table) {
        long[] weight = new long[table.size()];
        for (int row = 0; row < weight.length; row++) {
            weight[row] = table.multiplicity(row);
        }
        return weight;
    }

    int size() {
        return reference.length;
    }

    /** Share of the reference window in this bin. */
    double reference(int bin) {
        return reference[bin];
    }

    /** Share of the current window in this bin. */
    double current(int bin) {
        return current[bin];
    }

    /** How many bins of these shares this entry stands for. */
    long weight(int bin) {
        return weight[bin];
    }

    double referenceSum() {
        return sum(reference);
    }

    double currentSum() {
        return sum(current);
    }

    private double sum(double[] shares) {
        double sum = 0;
        for (int bin = 0; bin < shares.length; bin++) {
            sum += shares[bin] * weight[bin];
        }
        return sum;
    }

    /** Empty bins filled so that logarithms exist: 1e-4, or a millionth of the smallest share if that is at most 1e-4. */
    Shares withoutZeros() {
        return new Shares(filled(reference), filled(current), weight);
    }

    private static double[] filled(double[] shares) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double share : shares) {
            if (share > 0 && share < smallest) {
                smallest = share;
            }
        }
        double fill = smallest <= ZERO_FILL ? smallest / 1_000_000 : ZERO_FILL;
        double[] filled = shares.clone();
        for (int bin = 0; bin < filled.length; bin++) {
            if (filled[bin] == 0) {
                filled[bin] = fill;
            }
        }
        return filled;
    }
}
