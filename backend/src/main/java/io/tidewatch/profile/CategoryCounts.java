package io.tidewatch.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of a categorical variable, the most frequent first.
 *
 * @param counts how often each category occurs
 * @param pooledCategories rare categories that are too many to be kept by name
 * @param pooledCount rows of those
 */
public record CategoryCounts(Map<String, Long> counts, long pooledCategories, long pooledCount, long missing)
        implements ValueCounts {

    public CategoryCounts {
        counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    static Map<String, Long> zip(List<String> labels, long[] counts) {
        Map<String, Long> zipped = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            zipped.put(labels.get(i), counts[i]);
        }
        return zipped;
    }

    CategoryCounts among(long possible) {
        return new CategoryCounts(counts, pooledCategories, pooledCount, Math.max(0, possible - present()));
    }

    static CategoryCounts none(long possible) {
        return new CategoryCounts(Map.of(), 0, 0, possible);
    }

    @Override
    public long present() {
        return pooledCount + counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of distinct categories. */
    public long distinct() {
        return counts.size() + pooledCategories;
    }
}
