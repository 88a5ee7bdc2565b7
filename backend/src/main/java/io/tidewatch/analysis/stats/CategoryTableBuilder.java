package io.tidewatch.analysis.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects rows of a {@link CategoryTable} in any order; occurrences of one label are merged. */
public final class CategoryTableBuilder {

    private final Map<String, Integer> rows = new HashMap<>();
    private @Nullable String[] labels = new @Nullable String[16];
    private long[] reference = new long[16];
    private long[] current = new long[16];
    private long[] multiplicity = new long[16];
    private int size;
    private long referenceMissing;
    private long currentMissing;

    CategoryTableBuilder() {}

    /** Adds occurrences of one category. */
    public CategoryTableBuilder add(String label, long referenceCount, long currentCount) {
        requireCounts(referenceCount, currentCount);
        if (referenceCount + currentCount == 0) {
            return this;
        }
        Integer known = rows.putIfAbsent(label, size);
        if (known == null) {
            append(label, referenceCount, currentCount, 1);
        } else {
            reference[known] += referenceCount;
            current[known] += currentCount;
        }
        return this;
    }

    /** Adds a number of unnamed categories that each occur this often; they must not be added by label as well. */
    public CategoryTableBuilder addGroup(long referenceCount, long currentCount, long categories) {
        requireCounts(referenceCount, currentCount);
        if (referenceCount + currentCount > 0 && categories > 0) {
            append(null, referenceCount, currentCount, categories);
        }
        return this;
    }

    /** Adds rows that have no value. */
    public CategoryTableBuilder addMissing(long referenceCount, long currentCount) {
        referenceMissing += referenceCount;
        currentMissing += currentCount;
        return this;
    }

    /** Builds the table; rows keep the order in which they were first added. */
    public CategoryTable build() {
        return new CategoryTable(
                Arrays.copyOf(labels, size),
                Arrays.copyOf(reference, size),
                Arrays.copyOf(current, size),
                Arrays.copyOf(multiplicity, size),
                referenceMissing,
                currentMissing);
    }

    private static void requireCounts(long referenceCount, long currentCount) {
        if (referenceCount < 0 || currentCount < 0) {
            throw new IllegalArgumentException("counts must not be negative");
        }
    }

    private void append(@Nullable String label, long referenceCount, long currentCount, long categories) {
        if (size == reference.length) {
            int capacity = size + (size >> 1);
            labels = Arrays.copyOf(labels, capacity);
            reference = Arrays.copyOf(reference, capacity);
            current = Arrays.copyOf(current, capacity);
            multiplicity = Arrays.copyOf(multiplicity, capacity);
        }
        labels[size] = label;
        reference[size] = referenceCount;
        current[size] = currentCount;
        multiplicity[size] = categories;
        size++;
    }
}
