package io.tidewatch.analysis.stats.quality;

import io.tidewatch.analysis.stats.CategoryTable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Profile of a categorical column.
 *
 * @param rows rows, with and without a value
 * @param missing rows without a value
 * @param distinct distinct categories
 * @param top the most frequent categories, at most {@value #TOP}
 * @param shortest characters of the shortest named category; 0 if none
 * @param longest characters of the longest named category
 */
public record CategoryProfile(long rows, long missing, long distinct, List<Share> top, int shortest, int longest)
        implements ColumnProfile {

    /** Categories listed at most. */
    public static final int TOP = 10;

    /**
     * A category and how often it occurs.
     *
     * @param category its label
     * @param count rows
     */
    public record Share(String category, long count) {}

    /** The profile of the current window of a table. */
    public static CategoryProfile ofCurrent(CategoryTable table) {
        long distinct = 0;
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (int row = 0; row < table.size(); row++) {
            String label = table.label(row);
            if (table.currentCount(row) > 0) {
                distinct += table.multiplicity(row);
                if (label != null) {
                    int length = label.codePointCount(0, label.length());
                    shortest = Math.min(shortest, length);
                    longest = Math.max(longest, length);
                }
            }
        }
        List<Share> top = IntStream.range(0, table.size())
                .filter(row -> table.label(row) != null && table.currentCount(row) > 0)
                .mapToObj(row -> new Share(Objects.requireNonNull(table.label(row)), table.currentCount(row)))
                .sorted(Comparator.comparingLong(Share::count).reversed().thenComparing(Share::category))
                .limit(TOP)
                .toList();
        return new CategoryProfile(
                table.currentTotal() + table.currentMissing(),
                table.currentMissing(),
                distinct,
                top,
                longest == 0 ? 0 : shortest,
                longest);
    }
}
