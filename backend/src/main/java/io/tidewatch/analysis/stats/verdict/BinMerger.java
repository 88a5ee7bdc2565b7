package io.tidewatch.analysis.stats.verdict;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Coarsens bins until each is expected to hold enough rows for the chi-square approximation.
 *
 * <p>Only the reference shares and the two window sizes decide, never the current counts: a choice that looked at them
 * would bias the test. Numbers merge neighbours; categories move the rarest into "other".
 */
final class BinMerger {

    private final int[] target;
    private final int size;

    private BinMerger(int[] target, int size) {
        this.target = target;
        this.size = size;
    }

    static BinMerger forExpected(BinCounts counts, double minimumExpected) {
        long reference = counts.referenceTotal();
        double smaller = Math.min(reference, counts.currentTotal());
        // Rows the reference needs in a bin so that the smaller window is expected to have the minimum there.
        double needed = minimumExpected * reference / smaller;
        long[] perBin =
                IntStream.range(0, counts.size()).mapToLong(counts::reference).toArray();
        return counts.ordered() ? neighbours(perBin, needed) : intoOther(perBin, needed);
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

    private static BinMerger neighbours(long[] reference, double needed) {
        int[] target = new int[reference.length];
        int bins = 0;
        long filled = 0;
        for (int bin = 0; bin < reference.length; bin++) {
            target[bin] = bins;
            filled += reference[bin];
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

    private static BinMerger intoOther(long[] reference, double needed) {
        int other = reference.length - 1;
        int[] byCount = IntStream.range(0, other)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(bin -> reference[bin]).thenComparingInt(bin -> -bin))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] pooled = new boolean[reference.length];
        pooled[other] = true;
        long inOther = reference[other];
        for (int bin : byCount) {
            if (reference[bin] >= needed && inOther >= needed) {
                break;
            }
            pooled[bin] = true;
            inOther += reference[bin];
        }
        int[] target = new int[reference.length];
        int bins = 0;
        for (int bin = 0; bin < other; bin++) {
            target[bin] = pooled[bin] ? -1 : bins++;
        }
        target[other] = -1;
        int last = bins;
        Arrays.setAll(target, bin -> target[bin] < 0 ? last : target[bin]);
        return new BinMerger(target, last + 1);
    }
}
