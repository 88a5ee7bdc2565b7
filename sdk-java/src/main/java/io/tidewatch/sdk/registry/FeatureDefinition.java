package io.tidewatch.sdk.registry;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One feature of a version's schema. Immutable: each method answers a changed copy.
 *
 * <pre>{@code
 * FeatureDefinition.of("distance", FeatureType.FLOAT64).unit("mi").range(0, 6000)
 * }</pre>
 */
public final class FeatureDefinition {

    private final String name;
    private final FeatureType type;
    private final boolean required;
    private final double min;
    private final double max;
    private final List<String> categories;
    private final @Nullable String unit;
    private final @Nullable String description;
    private final int dimension;

    private FeatureDefinition(
            String name,
            FeatureType type,
            boolean required,
            double min,
            double max,
            List<String> categories,
            @Nullable String unit,
            @Nullable String description,
            int dimension) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        this.required = required;
        this.min = min;
        this.max = max;
        this.categories = categories;
        this.unit = unit;
        this.description = description;
        this.dimension = dimension;
    }

    /** A feature that may be missing, with no limits. */
    public static FeatureDefinition of(String name, FeatureType type) {
        return new FeatureDefinition(name, type, false, Double.NaN, Double.NaN, List.of(), null, null, 0);
    }

    /** An embedding of that many numbers. */
    public static FeatureDefinition embedding(String name, int dimension) {
        return new FeatureDefinition(
                name, FeatureType.EMBEDDING, false, Double.NaN, Double.NaN, List.of(), null, null, dimension);
    }

    /** A prediction without this feature is rejected. */
    public FeatureDefinition required() {
        return new FeatureDefinition(name, type, true, min, max, categories, unit, description, dimension);
    }

    /** The values the feature is expected to stay within; NaN leaves a side open. */
    public FeatureDefinition range(double newMin, double newMax) {
        return new FeatureDefinition(name, type, required, newMin, newMax, categories, unit, description, dimension);
    }

    /** The categories the feature is expected to take. */
    public FeatureDefinition categories(List<String> expected) {
        return new FeatureDefinition(
                name, type, required, min, max, List.copyOf(expected), unit, description, dimension);
    }

    /** The unit, such as {@code km}. */
    public FeatureDefinition unit(String newUnit) {
        return new FeatureDefinition(name, type, required, min, max, categories, newUnit, description, dimension);
    }

    /** What the feature means. */
    public FeatureDefinition description(String text) {
        return new FeatureDefinition(name, type, required, min, max, categories, unit, text, dimension);
    }

    /** The name, as in predictions. */
    public String name() {
        return name;
    }

    /** The type. */
    public FeatureType type() {
        return type;
    }

    void write(JsonWriter json) {
        json.beginObject();
        json.name("name").value(name);
        json.name("type").value(type.wireName());
        if (required) {
            json.name("required").value(true);
        }
        if (Double.isFinite(min)) {
            json.name("min").value(min);
        }
        if (Double.isFinite(max)) {
            json.name("max").value(max);
        }
        if (!categories.isEmpty()) {
            RegistryJson.strings(json.name("categories"), categories);
        }
        RegistryJson.text(json, "unit", unit);
        RegistryJson.text(json, "description", description);
        if (dimension > 0) {
            json.name("dimension").value(dimension);
        }
        json.endObject();
    }
}
