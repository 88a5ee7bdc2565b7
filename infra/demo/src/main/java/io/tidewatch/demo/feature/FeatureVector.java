package io.tidewatch.demo.feature;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of all {@link DemoFeature}s for one flight; immutable. */
// Arrays by position: hundreds of thousands of vectors are in memory while a model trains, and maps would be thrice the
// size.
@SuppressWarnings("EnumOrdinal")
public final class FeatureVector {
    private final double[] numbers;
    private final @Nullable String[] categories;

    private FeatureVector(double[] numbers, @Nullable String[] categories) {
        this.numbers = numbers;
        this.categories = categories;
    }

    static Builder builder() {
        return new Builder();
    }

    /** The value of a numeric feature. */
    public double number(DemoFeature feature) {
        if (!feature.numeric()) {
            throw new IllegalArgumentException(feature.wireName() + " is not numeric");
        }
        return numbers[feature.ordinal()];
    }

    /** The value of a categorical feature. */
    public String category(DemoFeature feature) {
        String value = categories[feature.ordinal()];
        if (value == null) {
            throw new IllegalArgumentException(feature.wireName() + " is not a category");
        }
        return value;
    }

    /** A copy in which one numeric feature has another value; whole numbers stay whole. */
    public FeatureVector with(DemoFeature feature, double value) {
        double[] changed = numbers.clone();
        changed[feature.ordinal()] = feature.type() == DemoFeature.Type.INT64 ? Math.rint(value) : value;
        return new FeatureVector(changed, categories);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeatureVector that
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(categories, that.categories);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(categories);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("FeatureVector[");
        for (DemoFeature feature : DemoFeature.all()) {
            text.append(feature.wireName())
                    .append('=')
                    .append(feature.numeric() ? numbers[feature.ordinal()] : categories[feature.ordinal()])
                    .append(' ');
        }
        return text.append(']').toString();
    }

    /** Collects the values of one vector. */
    static final class Builder {
        private final double[] numbers = new double[DemoFeature.all().size()];
        private final @Nullable String[] categories =
                new @Nullable String[DemoFeature.all().size()];

        Builder set(DemoFeature feature, double value) {
            numbers[feature.ordinal()] = value;
            return this;
        }

        Builder set(DemoFeature feature, String value) {
            categories[feature.ordinal()] = value;
            return this;
        }

        FeatureVector build() {
            return new FeatureVector(numbers, categories);
        }
    }
}
