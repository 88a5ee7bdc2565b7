package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.NumberTable;

/**
 * Equal-width bins whose number follows Sturges' rule, bit for bit as NumPy lays them: each bin includes its lower edge,
 * the last one both.
 */
final class EqualWidthBins {

    private final double[] edges;

    private EqualWidthBins(double[] edges) {
        this.edges = edges;
    }

    /**
     * Bins over the range of both samples.
     *
     * @param observations the number of values Sturges' rule counts
     */
    static EqualWidthBins over(NumberTable table, long observations) {
        double first = table.value(0);
        double last = table.value(table.size() - 1);
        double range = last - first;
        if (range == 0) {
            return new EqualWidthBins(new double[] {first - 0.5, last + 0.5});
        }
        double width = range / (log2(observations) + 1.0);
        int bins = width > 0 ? (int) Math.ceil(range / width) : 1;
        double[] edges = new double[bins + 1];
        double step = range / bins;
        for (int edge = 0; edge < bins; edge++) {
            edges[edge] = edge * step + first;
        }
        edges[bins] = last;
        return new EqualWidthBins(edges);
    }

    int count() {
        return edges.length - 1;
    }

    double width(int bin) {
        return edges[bin + 1] - edges[bin];
    }

    double meanWidth() {
        return (edges[edges.length - 1] - edges[0]) / count();
    }

    /** Rows per bin: first the reference window, then the current one. */
    long[][] counts(NumberTable table) {
        long[][] counts = new long[2][count()];
        int bin = 0;
        for (int row = 0; row < table.size(); row++) {
            while (bin < count() - 1 && table.value(row) >= edges[bin + 1]) {
                bin++;
            }
            counts[0][bin] += table.referenceCount(row);
            counts[1][bin] += table.currentCount(row);
        }
        return counts;
    }

    /** Exact for powers of two, where a rounding error would add a bin. */
    private static double log2(long observations) {
        if (Long.bitCount(observations) == 1) {
            return Long.numberOfTrailingZeros(observations);
        }
        return Math.log((double) observations) / Math.log(2);
    }
}
