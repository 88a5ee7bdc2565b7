package io.tidewatch.demo.flight;

/**
 * Takes {@code wanted} of {@code total} items that come one after the other, evenly spread: the items are cut into equal
 * stretches, and a seeded hash picks one item of each. The same three numbers always take the same items, in any order asked.
 */
public final class EvenSample {
    private final long total;
    private final long wanted;
    private final long seed;

    /**
     * @param total number of items, at least 0
     * @param wanted how many to take; all if there are not more than that
     */
    public EvenSample(long total, long wanted, long seed) {
        if (total < 0 || wanted < 0) {
            throw new IllegalArgumentException("Cannot take " + wanted + " of " + total);
        }
        this.total = total;
        this.wanted = Math.min(wanted, total);
        this.seed = seed;
    }

    /** How many of the items are taken. */
    public long size() {
        return wanted;
    }

    /** Whether the item at that position, counted from 0, is taken. */
    public boolean takes(long index) {
        if (index < 0 || index >= total || wanted == 0) {
            return false;
        }
        long stretch = index * wanted / total;
        long start = ceilDiv(stretch * total, wanted);
        long end = ceilDiv((stretch + 1) * total, wanted);
        return index - start == Long.remainderUnsigned(mix(seed ^ stretch * 0x9E3779B97F4A7C15L), end - start);
    }

    /** The finalizer of SplitMix64: spreads every input bit over all output bits. */
    public static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return Math.ceilDiv(dividend, divisor);
    }
}
