package io.tidewatch.registry.run;

import io.tidewatch.platform.problem.Violation;
import io.tidewatch.registry.FeatureType;
import io.tidewatch.registry.run.DatasetProfile.CategoryCount;
import io.tidewatch.registry.run.DatasetProfile.ColumnProfile;
import io.tidewatch.registry.run.DatasetProfile.Quantile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold within a profile for its numbers to make sense. */
final class ProfileRules {

    /** All columns together: keeps a profile of many wide columns from becoming a copy of the data. */
    static final int MAX_CATEGORIES = 5_000;

    private final List<Violation> violations = new ArrayList<>();

    private ProfileRules() {}

    /** Everything that is wrong with a profile whose single fields are fine. */
    static List<Violation> violations(DatasetProfile profile) {
        ProfileRules rules = new ProfileRules();
        Set<String> names = new HashSet<>();
        int categories = 0;
        for (int i = 0; i < profile.columns().size(); i++) {
            ColumnProfile column = profile.columns().get(i);
            String field = "profile.columns[" + i + "]";
            if (!names.add(column.name())) {
                rules.broken(field + ".name", "duplicate", "occurs twice");
            }
            rules.counts(column, field, profile.rowCount());
            rules.numbers(column, field);
            rules.quantiles(column, field);
            rules.categories(column, field);
            rules.times(column, field);
            categories += column.topCategoriesOrNone().size();
        }
        if (categories > MAX_CATEGORIES) {
            rules.broken(
                    "profile.columns", "too-many", "must hold at most " + MAX_CATEGORIES + " topCategories altogether");
        }
        return rules.violations;
    }

    private void counts(ColumnProfile column, String field, long rows) {
        // Subtracted, not added: the sum of two longs may overflow.
        if (column.count() != rows - column.missing()) {
            broken(field + ".count", "invalid", "must be rowCount minus missing");
        }
        if (column.distinct() != null && column.distinct() > column.count()) {
            broken(field + ".distinct", "invalid", "must not be above count");
        }
    }

    private void numbers(ColumnProfile column, String field) {
        finite(field + ".min", column.min());
        finite(field + ".max", column.max());
        finite(field + ".mean", column.mean());
        finite(field + ".sd", column.sd());
        boolean any = column.min() != null || column.max() != null || column.mean() != null || column.sd() != null;
        if (any && !column.type().isNumeric()) {
            broken(field + ".min", "invalid", "min, max, mean and sd are for numbers only");
        }
        if (column.min() != null && column.max() != null && column.min() > column.max()) {
            broken(field + ".max", "invalid", "must not be below min");
        }
    }

    private void quantiles(ColumnProfile column, String field) {
        List<Quantile> quantiles = column.quantilesOrNone();
        if (!quantiles.isEmpty() && !column.type().isNumeric()) {
            broken(field + ".quantiles", "invalid", "are for numbers only");
        }
        for (int i = 0; i < quantiles.size(); i++) {
            String at = field + ".quantiles[" + i + "]";
            Quantile quantile = quantiles.get(i);
            finite(at + ".probability", quantile.probability());
            finite(at + ".value", quantile.value());
            if (i > 0 && quantile.probability() <= quantiles.get(i - 1).probability()) {
                broken(at + ".probability", "invalid", "must rise");
            }
            if (i > 0 && quantile.value() < quantiles.get(i - 1).value()) {
                broken(at + ".value", "invalid", "must not fall");
            }
        }
    }

    private void categories(ColumnProfile column, String field) {
        List<CategoryCount> categories = column.topCategoriesOrNone();
        if (!categories.isEmpty() && !column.type().isCategorical() && column.type() != FeatureType.TEXT) {
            broken(field + ".topCategories", "invalid", "are for categories, truth values and texts only");
        }
        Set<String> values = new HashSet<>();
        long left = column.count();
        for (int i = 0; i < categories.size(); i++) {
            CategoryCount category = categories.get(i);
            String at = field + ".topCategories[" + i + "]";
            if (!values.add(category.value())) {
                broken(at + ".value", "duplicate", "occurs twice");
            }
            if (category.value().indexOf(0) >= 0) {
                broken(at + ".value", "invalid", "must not hold the character U+0000");
            }
            left -= category.count();
        }
        if (left < 0) {
            broken(field + ".topCategories", "invalid", "must not count more than count altogether");
        }
    }

    private void times(ColumnProfile column, String field) {
        boolean any = column.earliest() != null || column.latest() != null;
        if (any && column.type() != FeatureType.TIMESTAMP) {
            broken(field + ".earliest", "invalid", "earliest and latest are for timestamps only");
        }
        if (column.earliest() != null
                && column.latest() != null
                && column.latest().isBefore(column.earliest())) {
            broken(field + ".latest", "invalid", "must not be before earliest");
        }
    }

    private void finite(String field, @Nullable Double value) {
        if (value != null && !Double.isFinite(value)) {
            broken(field, "invalid", "must be a finite number");
        }
    }

    private void broken(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
    }
}
