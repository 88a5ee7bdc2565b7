package io.tidewatch.sdk.experiment;

import io.tidewatch.sdk.experiment.ColumnProfile.CategoryCount;
import io.tidewatch.sdk.experiment.ColumnProfile.Quantile;
import io.tidewatch.sdk.internal.profile.Moments;
import io.tidewatch.sdk.internal.profile.QuantileSketch;
import io.tidewatch.sdk.internal.profile.TopValues;
import io.tidewatch.sdk.registry.FeatureType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column as it fills. Its first value decides its type; only whole numbers may turn into numbers later. */
final class ColumnStatistics {

    private static final double[] PROBABILITIES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    private static final int TOP = 20;

    private final String name;
    private @Nullable FeatureType type;
    private long count;
    private final Moments moments = new Moments();
    private final QuantileSketch quantiles = new QuantileSketch();
    private final TopValues values = new TopValues();
    private @Nullable Instant earliest;
    private @Nullable Instant latest;
    private int dimension;

    ColumnStatistics(String name) {
        this.name = name;
    }

    /** Whether there was any value. */
    boolean hasValues() {
        return count > 0;
    }

    void add(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            number(((Number) value).doubleValue(), FeatureType.FLOAT64);
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            number(((Number) value).doubleValue(), FeatureType.INT64);
        } else if (value instanceof Number number) {
            number(number.doubleValue(), FeatureType.FLOAT64);
        } else if (value instanceof Boolean bool) {
            text(Boolean.toString(bool), FeatureType.BOOLEAN);
        } else if (value instanceof Instant instant) {
            instant(instant);
        } else if (value instanceof float[] vector) {
            vector(vector.length);
        } else if (value instanceof double[] vector) {
            vector(vector.length);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            text(value.toString(), FeatureType.CATEGORY);
        }
        // Anything else, null included, is missing.
    }

    private void number(double value, FeatureType kind) {
        if (type == FeatureType.INT64 && kind == FeatureType.FLOAT64 && Double.isFinite(value)) {
            type = FeatureType.FLOAT64;
        }
        boolean fits = type == null || type == kind || (type == FeatureType.FLOAT64 && kind == FeatureType.INT64);
        if (fits && Double.isFinite(value)) {
            type = type == null ? kind : type;
            count++;
            moments.add(value);
            quantiles.add(value);
        }
    }

    private void text(String value, FeatureType kind) {
        if (is(kind)) {
            count++;
            values.add(value);
        }
    }

    private void instant(Instant value) {
        if (is(FeatureType.TIMESTAMP)) {
            count++;
            earliest = earliest == null || value.isBefore(earliest) ? value : earliest;
            latest = latest == null || value.isAfter(latest) ? value : latest;
        }
    }

    private void vector(int length) {
        if (length > 0 && (dimension == 0 || dimension == length) && is(FeatureType.EMBEDDING)) {
            count++;
            dimension = length;
        }
    }

    private boolean is(FeatureType kind) {
        type = type == null ? kind : type;
        return type == kind;
    }

    /** What is known; there must have been a value. */
    ColumnProfile profile(long rowCount) {
        FeatureType known = type == null ? FeatureType.TEXT : type;
        boolean numeric = moments.count() > 0;
        boolean texts = known == FeatureType.CATEGORY || known == FeatureType.BOOLEAN;
        return new ColumnProfile(
                name,
                known == FeatureType.CATEGORY && values.hasOverflowed() ? FeatureType.TEXT : known,
                count,
                rowCount - count,
                texts && !values.hasOverflowed() ? values.distinct() : -1,
                numeric ? moments.min() : Double.NaN,
                numeric ? moments.max() : Double.NaN,
                moments.mean(),
                moments.standardDeviation(),
                numeric ? quantileList() : List.of(),
                texts
                        ? values.top(TOP).stream()
                                .map(entry -> new CategoryCount(entry.getKey(), entry.getValue()))
                                .toList()
                        : List.of(),
                earliest,
                latest,
                dimension);
    }

    private List<Quantile> quantileList() {
        double[] answers = quantiles.quantiles(PROBABILITIES);
        List<Quantile> list = new ArrayList<>();
        for (int i = 0; i < PROBABILITIES.length; i++) {
            list.add(new Quantile(PROBABILITIES[i], answers[i]));
        }
        return list;
    }
}
