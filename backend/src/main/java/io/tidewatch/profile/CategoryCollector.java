package io.tidewatch.profile;

import io.tidewatch.registry.FeatureType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Categories of a file by name. */
final class CategoryCollector extends ValueCollector<String> {

    private static final int MAX_LENGTH = 256;
    // Characters' worth of an entry besides its name.
    private static final int OVERHEAD = 100;

    private final FeatureType type;
    private final int maxDistinct;
    private final Room names;
    private final Map<String, long[]> counts = new HashMap<>();
    private long present;

    CategoryCollector(FeatureType type, int maxDistinct, Room names) {
        this.type = type;
        this.maxDistinct = maxDistinct;
        this.names = names;
    }

    @Override
    Cell<String> readPresent(Object cell) {
        if (cell instanceof Collection<?>) {
            return Cell.bad("must be one value, not an array or object");
        }
        String text = cell.toString();
        if (type == FeatureType.BOOLEAN) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1", "1.0", "yes" -> new Cell<>("true", null);
                case "false", "0", "0.0", "no" -> new Cell<>("false", null);
                default -> Cell.bad("must be true or false");
            };
        }
        if (text.length() > MAX_LENGTH) {
            return Cell.bad("must have at most " + MAX_LENGTH + " characters");
        }
        if (!counts.containsKey(text) && (counts.size() >= maxDistinct || names.isFull())) {
            return Cell.bad("is a new category after " + counts.size()
                    + " others, more than are kept; declare the feature as text");
        }
        return new Cell<>(text, null);
    }

    @Override
    void add(String value) {
        present++;
        long[] count = counts.get(value);
        if (count == null) {
            names.take(value.length() + OVERHEAD);
            count = new long[1];
            counts.put(value, count);
        }
        count[0]++;
    }

    @Override
    CategoryCounts counts(long rows) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, long[]>>comparingLong(entry -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()[0]));
        return new CategoryCounts(sorted, 0, 0, rows - present);
    }

    /** Room for the names of categories, which all variables of a file share. */
    static final class Room {

        private long left;

        Room(long characters) {
            this.left = characters;
        }

        private boolean isFull() {
            return left <= 0;
        }

        private void take(int characters) {
            left -= characters;
        }
    }
}
