package io.tidewatch.profile;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How one variable is counted.
 *
 * @param edges inner edges of the bins, ascending; empty if there is no baseline with them
 * @param binSetId names the edges, 0 if there are none
 * @param categories those that are counted one by one, at most {@link #MAX_CATEGORIES}: the ones of the baseline, then
 *     those that come first. All others are what is left of the number of values
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RollupVariable(Variable variable, double[] edges, long binSetId, Set<String> categories) {

    static final int MAX_CATEGORIES = 100;
    private static final double[] NO_EDGES = {};

    /** Without bins. */
    static RollupVariable of(Variable variable, Set<String> categories) {
        return new RollupVariable(variable, NO_EDGES, 0, categories);
    }

    /** With the bins of a baseline. */
    static RollupVariable of(Variable variable, BaselineBins bins, long binSetId, Set<String> categories) {
        bins.categories().stream().limit(MAX_CATEGORIES).forEach(categories::add);
        List<Double> edges = bins.edges();
        return edges.isEmpty() || !variable.type().isNumeric()
                ? of(variable, categories)
                // Adding 0.0 makes a plain zero of a negative one.
                : new RollupVariable(
                        variable, edges.stream().mapToDouble(edge -> edge + 0.0).toArray(), binSetId, categories);
    }

    static Set<String> noCategories() {
        return ConcurrentHashMap.newKeySet();
    }

    boolean isCounted(String category) {
        return categories.contains(category) || (categories.size() < MAX_CATEGORIES && categories.add(category));
    }
}
