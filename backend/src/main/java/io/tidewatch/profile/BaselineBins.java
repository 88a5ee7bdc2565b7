package io.tidewatch.profile;

import java.util.List;

/**
 * The bins of a variable, fixed with its baseline so that windows compare.
 *
 * <p>Numbers: n ascending inner edges make n + 1 bins with open ends; bin i holds the values above edge i-1 up to and
 * including edge i. Categories: one bin for each that is kept, and a last one for all others.
 *
 * @param edges inner edges of a numeric variable
 * @param categories kept categories of a categorical variable
 */
public record BaselineBins(List<Double> edges, List<String> categories) {

    public BaselineBins {
        edges = List.copyOf(edges);
        categories = List.copyOf(categories);
    }

    /** Bins of a numeric variable. */
    public static BaselineBins ofEdges(List<Double> edges) {
        return new BaselineBins(edges, List.of());
    }

    /** Bins of a categorical variable. */
    public static BaselineBins ofCategories(List<String> categories) {
        return new BaselineBins(List.of(), categories);
    }

    /** Number of bins. */
    public int count() {
        return edges.size() + categories.size() + 1;
    }
}
