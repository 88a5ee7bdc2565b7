package io.tidewatch.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the stored rows of one variable of a baseline. */
final class StoredValues {

    private double[] numbers = {};
    private long[] numberCounts = {};
    private final Map<String, Long> categories = new LinkedHashMap<>();
    private long missing;
    private long pooledCategories;
    private long pooledCount;

    void addNumbers(double[] values, long[] counts) {
        numbers = values;
        numberCounts = counts;
    }

    void addCategories(List<String> labels, long[] counts) {
        categories.putAll(CategoryCounts.zip(labels, counts));
    }

    void addMissing(long[] counts) {
        missing += Arrays.stream(counts).sum();
    }

    void addPooled(double[] howMany, long[] counts) {
        pooledCategories += Math.round(Arrays.stream(howMany).sum());
        pooledCount += Arrays.stream(counts).sum();
    }

    /** The values of every variable of the baseline. */
    static Map<String, ValueCounts> counts(Map<String, StoredValues> stored, Baseline baseline) {
        Map<String, ValueCounts> counts = new HashMap<>();
        for (VariableProfile profile : baseline.profiles()) {
            counts.put(
                    profile.name(),
                    stored.getOrDefault(profile.name(), new StoredValues()).counts(profile));
        }
        return counts;
    }

    private ValueCounts counts(VariableProfile profile) {
        if (profile.type().isNumeric()) {
            FiniteValues finite = FiniteValues.of(numbers, numberCounts, profile.precisionBits());
            return finite.numbers().withMissing(missing);
        }
        if (profile.type().isCategorical()) {
            return new CategoryCounts(categories, pooledCategories, pooledCount, missing);
        }
        return new PresenceCounts(pooledCount, missing);
    }
}
