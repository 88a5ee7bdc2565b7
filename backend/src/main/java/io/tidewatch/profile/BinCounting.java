package io.tidewatch.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts values in bins. */
final class BinCounting {

    private BinCounting() {}

    static List<Long> count(NumberCounts numbers, BaselineBins bins) {
        long[] counts = new long[bins.count()];
        int bin = 0;
        for (int row = 0; row < numbers.size(); row++) {
            while (bin < bins.edges().size()
                    && numbers.value(row) > bins.edges().get(bin)) {
                bin++;
            }
            counts[bin] += numbers.count(row);
        }
        return boxed(counts);
    }

    static List<Long> count(CategoryCounts categories, BaselineBins bins) {
        Map<String, Integer> binOf = new HashMap<>();
        for (String category : bins.categories()) {
            binOf.put(category, binOf.size());
        }
        int other = bins.categories().size();
        long[] counts = new long[bins.count()];
        categories.counts().forEach((category, n) -> counts[binOf.getOrDefault(category, other)] += n);
        counts[other] += categories.pooledCount();
        return boxed(counts);
    }

    private static List<Long> boxed(long[] counts) {
        List<Long> boxed = new ArrayList<>();
        for (long count : counts) {
            boxed.add(count);
        }
        return boxed;
    }
}
