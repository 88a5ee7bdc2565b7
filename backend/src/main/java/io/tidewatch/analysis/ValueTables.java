package io.tidewatch.analysis;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.CategoryTableBuilder;
import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.profile.CategoryCounts;
import io.tidewatch.profile.NumberCounts;
import io.tidewatch.profile.PresenceCounts;
import io.tidewatch.profile.ValueCounts;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the values of a baseline and of a window together in the table that the statistics kernel reads. */
final class ValueTables {

    /** Stands for the rare categories that are too many to be kept by name. */
    static final String POOLED = "\u0000pooled";

    private ValueTables() {}

    /** The table of both sides, or null where values are not compared. */
    static @Nullable ValueTable of(ValueCounts reference, ValueCounts current) {
        if (reference instanceof NumberCounts r && current instanceof NumberCounts c) {
            return numbers(r, c);
        }
        if (reference instanceof CategoryCounts r && current instanceof CategoryCounts c) {
            return categories(r, c);
        }
        if (reference instanceof PresenceCounts r && current instanceof PresenceCounts c) {
            return presence(r, c);
        }
        return null;
    }

    private static NumberTable numbers(NumberCounts reference, NumberCounts current) {
        // Both sides in the precision of the coarser one, or equal values would not meet.
        int bits = Math.min(reference.precisionBits(), current.precisionBits());
        NumberCounts r = reference.roundedTo(bits);
        NumberCounts c = current.roundedTo(bits);
        NumberTableBuilder table = NumberTable.builder();
        int i = 0;
        int j = 0;
        // Both are ascending: merged, so that the table need not sort.
        while (i < r.size() || j < c.size()) {
            if (j == c.size() || (i < r.size() && r.value(i) < c.value(j))) {
                table.add(r.value(i), r.count(i), 0);
                i++;
            } else if (i == r.size() || c.value(j) < r.value(i)) {
                table.add(c.value(j), 0, c.count(j));
                j++;
            } else {
                table.add(r.value(i), r.count(i), c.count(j));
                i++;
                j++;
            }
        }
        return table.addMissing(reference.missing(), current.missing())
                .add(Double.POSITIVE_INFINITY, reference.infinite(), current.infinite())
                .build();
    }

    private static CategoryTable categories(CategoryCounts reference, CategoryCounts current) {
        CategoryTableBuilder table = CategoryTable.builder();
        Set<String> labels = new HashSet<>(reference.counts().keySet());
        reference
                .counts()
                .forEach((label, n) -> table.add(label, n, current.counts().getOrDefault(label, 0L)));
        current.counts().forEach((label, n) -> {
            if (!labels.contains(label)) {
                table.add(label, 0, n);
            }
        });
        return table.add(POOLED, reference.pooledCount(), current.pooledCount())
                .addMissing(reference.missing(), current.missing())
                .build();
    }

    /** One category "present", so that only the missing rate can differ. */
    private static CategoryTable presence(PresenceCounts reference, PresenceCounts current) {
        return CategoryTable.builder()
                .add("present", reference.present(), current.present())
                .addMissing(reference.missing(), current.missing())
                .build();
    }
}
