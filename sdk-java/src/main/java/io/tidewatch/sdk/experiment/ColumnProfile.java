package io.tidewatch.sdk.experiment;

import io.tidewatch.sdk.registry.FeatureType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one column of a data set looks like.
 *
 * @param name the column's name
 * @param type what its values are
 * @param count rows with a value
 * @param missing rows without, values that are not finite, and values of another type than the column's first
 * @param distinct how many different values, or -1 if there were too many to count
 * @param min smallest number; NaN where it means nothing, like the next three
 * @param max largest number
 * @param mean mean
 * @param standardDeviation of the sample
 * @param quantiles by rising probability; empty except for numbers
 * @param topCategories the most frequent values, most frequent first; empty except for texts, categories and truth values
 * @param earliest of timestamps, else null
 * @param latest of timestamps, else null
 * @param dimension of embeddings, else 0
 */
public record ColumnProfile(
        String name,
        FeatureType type,
        long count,
        long missing,
        long distinct,
        double min,
        double max,
        double mean,
        double standardDeviation,
        List<Quantile> quantiles,
        List<CategoryCount> topCategories,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        int dimension) {

    /** Copies the lists. */
    public ColumnProfile {
        quantiles = List.copyOf(quantiles);
        topCategories = List.copyOf(topCategories);
    }

    /**
     * The value at or below which a share of the numbers lies.
     *
     * @param probability the share, 0 to 1
     * @param value the value
     */
    public record Quantile(double probability, double value) {}

    /**
     * How often a value occurs.
     *
     * @param value the value, at most 256 characters of it
     * @param count how often
     */
    public record CategoryCount(String value, long count) {}
}
