package io.tidewatch.profile;

import io.tidewatch.registry.FeatureType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Categories of a file by name. */
final class CategoryCollector extends ValueCollector<String> {

    private static final int MAX_LENGTH = 256;

    private final FeatureType type;
    private final int maxDistinct;
    private final Map<String, long[]> counts = new HashMap<>();
    private long missing;

    CategoryCollector(FeatureType type, int maxDistinct) {
        this.type = type;
        this.maxDistinct = maxDistinct;
    }

    @Override
    Cell<String> readPresent(Object cell) {
        String text = cell.toString();
        if (type == FeatureType.BOOLEAN) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes" -> new Cell<>("true", null);
                case "false", "0", "no" -> new Cell<>("false", null);
                default -> Cell.bad("must be true or false");
            };
        }
        if (text.length() > MAX_LENGTH) {
            return Cell.bad("must have at most " + MAX_LENGTH + " characters");
        }
        if (counts.size() >= maxDistinct && !counts.containsKey(text)) {
            return Cell.bad(
                    "is one of more than " + maxDistinct + " different categories; declare the feature as text");
        }
        return new Cell<>(text, null);
    }

    @Override
    void add(@Nullable String value) {
        if (value == null) {
            missing++;
        } else {
            counts.computeIfAbsent(value, ignored -> new long[1])[0]++;
        }
    }

    @Override
    CategoryCounts counts() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, long[]>>comparingLong(entry -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()[0]));
        return new CategoryCounts(sorted, 0, 0, missing);
    }
}
