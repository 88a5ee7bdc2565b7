package io.tidewatch.analysis.stats.verdict;

import java.util.Arrays;

/** Rows of both windows per bin of a {@link BinLayout}. */
public final class BinCounts {

    private final long[] reference;
    private final long[] current;
    private final boolean ordered;

    /**
     * Takes the counts of both windows; the arrays are not copied.
     *
     * @param reference rows of the reference window per bin
     * @param current rows of the current window per bin
     * @param ordered whether neighbouring bins hold neighbouring values (numbers); otherwise the last bin is "other"
     */
    public BinCounts(long[] reference, long[] current, boolean ordered) {
        if (reference.length != current.length || reference.length == 0) {
            throw new IllegalArgumentException("both windows need the same bins, and at least one");
        }
        this.reference = reference;
        this.current = current;
        this.ordered = ordered;
    }

    /** Rows of the reference window in this bin. */
    public long reference(int bin) {
        return reference[bin];
    }

    /** Rows of the current window in this bin. */
    public long current(int bin) {
        return current[bin];
    }

    /** Whether neighbouring bins hold neighbouring values. */
    public boolean ordered() {
        return ordered;
    }

    /** Number of bins. */
    public int size() {
        return reference.length;
    }

    /** Rows of the reference window. */
    public long referenceTotal() {
        return Arrays.stream(reference).sum();
    }

    /** Rows of the current window. */
    public long currentTotal() {
        return Arrays.stream(current).sum();
    }

    /** The same counts with bins merged as the merger says. */
    BinCounts merged(BinMerger merger) {
        return new BinCounts(merger.merge(reference), merger.merge(current), ordered);
    }
}
