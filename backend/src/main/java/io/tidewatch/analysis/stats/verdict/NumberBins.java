package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.Arrays;

/**
 * Bins of a numeric feature with open ends: bin i holds the values above edge i-1 up to and including edge i.
 *
 * <p>Edges lie at the reference quantiles, halfway to the next value, so that equal values never straddle an edge. Where
 * one value holds more than a bin's share (many zeros), the edges it would repeat are merged and the bins are fewer.
 */
public final class NumberBins implements BinLayout {

    /** Bins of a continuous feature. */
    public static final int DEFAULT_BINS = 10;

    private final double[] edges;

    private NumberBins(double[] edges) {
        this.edges = edges;
    }

    /**
     * Bins between stored edges.
     *
     * @param edges strictly ascending; n edges make n + 1 bins
     */
    public static NumberBins ofEdges(double[] edges) {
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i - 1] < edges[i])) {
                throw new IllegalArgumentException("edges must be strictly ascending");
            }
        }
        return new NumberBins(edges.clone());
    }

    /** {@value #DEFAULT_BINS} bins of about equal reference share, fewer where values repeat. */
    public static NumberBins ofReference(NumberTable table) {
        return ofReference(table, DEFAULT_BINS);
    }

    static NumberBins ofReference(NumberTable table, int bins) {
        double[] edges = new double[bins - 1];
        int count = 0;
        long total = table.referenceTotal();
        long below = 0;
        int previous = -1;
        int next = 1;
        for (int row = 0; row < table.size() && next < bins; row++) {
            if (table.referenceCount(row) == 0) {
                continue;
            }
            long upTo = below + table.referenceCount(row);
            while (next < bins && (double) total * next / bins <= upTo) {
                double target = (double) total * next / bins;
                // The cut goes to the side of this value that is closer to the wanted quantile.
                boolean before = previous >= 0 && target - below < upTo - target;
                int left = before ? previous : row;
                int right = before ? row : nextReferenceRow(table, row);
                if (right < table.size()) {
                    double edge = between(table.value(left), table.value(right));
                    if (count == 0 || edges[count - 1] < edge) {
                        edges[count++] = edge;
                    }
                }
                next++;
            }
            below = upTo;
            previous = row;
        }
        return new NumberBins(Arrays.copyOf(edges, count));
    }

    private static int nextReferenceRow(NumberTable table, int row) {
        int next = row + 1;
        while (next < table.size() && table.referenceCount(next) == 0) {
            next++;
        }
        return next;
    }

    /** The middle of two values without overflow; the lower one if no double lies between. */
    private static double between(double low, double high) {
        double middle = low / 2 + high / 2;
        return middle >= low && middle < high ? middle : low;
    }

    /** The inner edges, ascending. */
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public int count() {
        return edges.length + 1;
    }

    /** The bin of a value. */
    public int binOf(double value) {
        int position = Arrays.binarySearch(edges, value);
        return position >= 0 ? position : -position - 1;
    }

    @Override
    public BinCounts countRows(ValueTable table) {
        NumberTable numbers = (NumberTable) table;
        long[] reference = new long[count()];
        long[] current = new long[count()];
        int bin = 0;
        for (int row = 0; row < numbers.size(); row++) {
            while (bin < edges.length && numbers.value(row) > edges[bin]) {
                bin++;
            }
            reference[bin] += numbers.referenceCount(row);
            current[bin] += numbers.currentCount(row);
        }
        return new BinCounts(reference, current, true);
    }
}
