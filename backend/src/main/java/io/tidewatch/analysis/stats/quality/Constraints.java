package io.tidewatch.analysis.stats.quality;

import io.tidewatch.analysis.stats.CategoryTable;
import io.tidewatch.analysis.stats.ValueTable;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a column is expected to keep to, as SageMaker's constraint files put it.
 *
 * @param completeness smallest share of rows with a value, 0..1
 * @param nonNegative whether numbers below 0 are wrong
 * @param minimum smallest expected number, NaN for any
 * @param maximum largest expected number, NaN for any
 * @param domain expected categories; empty for any
 */
public record Constraints(
        double completeness, boolean nonNegative, double minimum, double maximum, Set<String> domain) {

    /** Columns with more categories have no fixed domain. */
    private static final long LARGEST_DOMAIN = 100;

    /** Fewer rows are no basis for expectations. */
    private static final long FEWEST_ROWS = 30;

    /** No expectations. */
    public static final Constraints NONE = new Constraints(0, false, Double.NaN, Double.NaN, Set.of());

    /** What the reference window of a table lets one expect. */
    public static Constraints infer(ValueTable table) {
        ColumnProfile profile = ColumnProfile.ofReference(table);
        if (profile.rows() < FEWEST_ROWS) {
            return NONE;
        }
        double completeness = 1 - profile.missingRate();
        return switch (profile) {
            case NumberProfile numbers ->
                new Constraints(
                        completeness,
                        numbers.negatives() == 0 && numbers.distinct() > 0,
                        numbers.minimum(),
                        numbers.maximum(),
                        Set.of());
            case CategoryProfile categories ->
                new Constraints(
                        completeness,
                        false,
                        Double.NaN,
                        Double.NaN,
                        categories.distinct() <= LARGEST_DOMAIN ? domain((CategoryTable) table) : Set.of());
        };
    }

    private static Set<String> domain(CategoryTable table) {
        Set<String> domain = new TreeSet<>();
        for (int row = 0; row < table.size(); row++) {
            if (table.referenceCount(row) > 0 && table.label(row) != null) {
                domain.add(Objects.requireNonNull(table.label(row)));
            }
        }
        return domain;
    }
}
