package io.tidewatch.analysis.stats.verdict;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Coarsens bins until each is expected to hold enough rows of the smaller window for the chi-square approximation.
 *
 * <p>The counts of both windows together decide. Given these sums, how they split between the windows is what the test
 * looks at, so this choice cannot bias it; a choice by the reference alone would favour bins that are large there by
 * chance. Numbers merge neighbours; categories move the rarest into "other".
 */
final class BinMerger {

    private final int[] target;
    private final int size;

    private BinMerger(int[] target, int size) {
        this.target = target;
        this.size = size;
    }

    static BinMerger forExpected(BinCounts counts, double minimumExpected) {
        double n = counts.referenceTotal();
        double m = counts.currentTotal();
        double needed = minimumExpected * (n + m) / Math.min(n, m);
        long[] pooled = IntStream.range(0, counts.size())
                .mapToLong(bin -> counts.reference(bin) + counts.current(bin))
                .toArray();
        return counts.ordered() ? neighbours(pooled, needed) : intoOther(pooled, needed);
    }

    int size() {
        return size;
    }

    long[] merge(long[] counts) {
        long[] merged = new long[size];
        for (int bin = 0; bin < counts.length; bin++) {
            merged[target[bin]] += counts[bin];
        }
        return merged;
    }

    private static BinMerger neighbours(long[] pooled, double needed) {
        int[] target = new int[pooled.length];
        int bins = 0;
        long filled = 0;
        for (int bin = 0; bin < pooled.length; bin++) {
            target[bin] = bins;
            filled += pooled[bin];
            if (filled >= needed) {
                bins++;
                filled = 0;
            }
        }
        // A remainder that is too small joins the last full bin.
        int size = Math.max(1, bins);
        for (int bin = 0; bin < target.length; bin++) {
            target[bin] = Math.min(target[bin], size - 1);
        }
        return new BinMerger(target, size);
    }

    private static BinMerger intoOther(long[] pooled, double needed) {
        int other = pooled.length - 1;
        int[] byCount = IntStream.range(0, other)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(bin -> pooled[bin]).thenComparingInt(bin -> -bin))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] moved = new boolean[pooled.length];
        moved[other] = true;
        long inOther = pooled[other];
        for (int bin : byCount) {
            if (pooled[bin] >= needed && inOther >= needed) {
                break;
            }
            moved[bin] = true;
            inOther += pooled[bin];
        }
        int[] target = new int[pooled.length];
        int bins = 0;
        for (int bin = 0; bin < other; bin++) {
            target[bin] = moved[bin] ? -1 : bins++;
        }
        target[other] = -1;
        int last = bins;
        Arrays.setAll(target, bin -> target[bin] < 0 ? last : target[bin]);
        return new BinMerger(target, last + 1);
    }
}
