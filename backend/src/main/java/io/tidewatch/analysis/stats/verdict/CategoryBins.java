package io.tidewatch.analysis.stats.verdict;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bins of a categorical feature: one per kept category, and a last one, "other", for rare categories of the reference
 * and for those it never saw.
 */
public final class CategoryBins implements BinLayout {

    /**
     * Categories seen less often in the reference are pooled. Lower would keep those that are frequent there by chance
     * and pool those that are rare by chance, which looks like drift of "other" later; at 20 that adds at most 0.03.
     */
    public static final long RARE_BELOW = 20;

    /** At most this many categories are kept, the most frequent ones. */
    public static final int MAX_KEPT = 1_000;

    private final List<String> kept;
    private final Map<String, Integer> binOf;

    private CategoryBins(List<String> kept) {
        this.kept = List.copyOf(kept);
        this.binOf = HashMap.newHashMap(kept.size());
        for (int bin = 0; bin < kept.size(); bin++) {
            binOf.put(kept.get(bin), bin);
        }
        if (binOf.size() != kept.size()) {
            throw new IllegalArgumentException("categories must differ");
        }
    }

    /** Bins of stored categories; everything else falls into "other". */
    public static CategoryBins ofCategories(List<String> kept) {
        return new CategoryBins(kept);
    }

    /** Keeps the categories that occur at least {@value #RARE_BELOW} times in the reference, most frequent first. */
    public static CategoryBins ofReference(CategoryTable table) {
        List<String> kept = IntStream.range(0, table.size())
                .filter(row -> table.label(row) != null && table.referenceCount(row) >= RARE_BELOW)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(table::referenceCount)
                        .reversed()
                        .thenComparing(row -> Objects.requireNonNull(table.label(row))))
                .limit(MAX_KEPT)
                .map(row -> Objects.requireNonNull(table.label(row)))
                .toList();
        return new CategoryBins(kept);
    }

    /** The kept categories, in the order of their bins. */
    public List<String> kept() {
        return kept;
    }

    @Override
    public int count() {
        return kept.size() + 1;
    }

    /** The bin of a category; null stands for the group of rare ones. */
    public int binOf(@Nullable String category) {
        return binOf.getOrDefault(category, kept.size());
    }

    @Override
    public BinCounts countRows(ValueTable table) {
        CategoryTable categories = (CategoryTable) table;
        long[] reference = new long[count()];
        long[] current = new long[count()];
        for (int row = 0; row < categories.size(); row++) {
            int bin = binOf(categories.label(row));
            reference[bin] += categories.referenceCount(row) * categories.multiplicity(row);
            current[bin] += categories.currentCount(row) * categories.multiplicity(row);
        }
        return new BinCounts(reference, current, false);
    }
}
