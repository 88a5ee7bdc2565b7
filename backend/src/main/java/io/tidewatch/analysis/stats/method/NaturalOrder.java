package io.tidewatch.analysis.stats.method;

import io.tidewatch.analysis.stats.CategoryTable;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The first category of a table: by number where all labels are numbers, by text otherwise. */
final class NaturalOrder {

    private NaturalOrder() {}

    /** Row of the first category; unnamed groups come last. */
    static int firstRow(CategoryTable table) {
        boolean numeric = true;
        for (int row = 0; row < table.size() && numeric; row++) {
            String label = table.label(row);
            numeric = label != null && number(label).isPresent();
        }
        int first = 0;
        for (int row = 1; row < table.size(); row++) {
            if (isBefore(table.label(row), table.label(first), numeric)) {
                first = row;
            }
        }
        return first;
    }

    private static boolean isBefore(@Nullable String label, @Nullable String other, boolean numeric) {
        if (label == null || other == null) {
            return label != null;
        }
        return numeric ? number(label).orElseThrow() < number(other).orElseThrow() : label.compareTo(other) < 0;
    }

    private static OptionalDouble number(String label) {
        try {
            return OptionalDouble.of(Double.parseDouble(label));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
