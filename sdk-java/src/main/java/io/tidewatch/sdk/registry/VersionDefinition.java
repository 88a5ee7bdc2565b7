package io.tidewatch.sdk.registry;

import io.tidewatch.sdk.internal.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model version to be registered: its feature schema, what its output looks like, and how it was trained.
 *
 * {@snippet class="io.tidewatch.sdk.examples.Examples" region="registration"}
 */
public final class VersionDefinition {

    private final String version;
    private final @Nullable String description;
    private final List<FeatureDefinition> features;
    private final List<String> classes;
    private final @Nullable String positiveClass;
    private final double threshold;
    private final @Nullable String outputUnit;
    private final Map<String, Object> parameters;
    private final Map<String, Double> metrics;
    private final @Nullable Instant trainedFrom;
    private final @Nullable Instant trainedTo;
    private final @Nullable String run;

    private VersionDefinition(Builder builder) {
        version = builder.version;
        description = builder.description;
        features = List.copyOf(builder.features);
        classes = List.copyOf(builder.classes);
        positiveClass = builder.positiveClass;
        threshold = builder.threshold;
        outputUnit = builder.outputUnit;
        parameters = new LinkedHashMap<>(builder.parameters);
        metrics = new LinkedHashMap<>(builder.metrics);
        trainedFrom = builder.trainedFrom;
        trainedTo = builder.trainedTo;
        run = builder.run;
    }

    /** Starts a version of that name. */
    public static Builder builder(String version) {
        return new Builder(version);
    }

    /** The version's name. */
    public String version() {
        return version;
    }

    /** The feature schema, in order. */
    public List<FeatureDefinition> features() {
        return features;
    }

    byte[] toJson() {
        JsonWriter json = new JsonWriter(4096).beginObject();
        json.name("version").value(version);
        RegistryJson.text(json, "description", description);
        json.name("schema").beginObject().name("features").beginArray();
        features.forEach(feature -> feature.write(json));
        json.endArray().endObject();
        json.name("output").beginObject();
        if (!classes.isEmpty()) {
            RegistryJson.strings(json.name("classes"), classes);
        }
        RegistryJson.text(json, "positiveClass", positiveClass);
        if (Double.isFinite(threshold)) {
            json.name("threshold").value(threshold);
        }
        RegistryJson.text(json, "unit", outputUnit);
        json.endObject();
        if (!parameters.isEmpty()) {
            json.name("parameters").beginObject();
            parameters.forEach((name, value) -> parameter(json.name(name), value));
            json.endObject();
        }
        if (!metrics.isEmpty()) {
            json.name("metrics").beginObject();
            metrics.forEach((name, value) -> json.name(name).value(value));
            json.endObject();
        }
        if (trainedFrom != null && trainedTo != null) {
            json.name("trainedOn").beginObject();
            json.name("from").value(trainedFrom.toString());
            json.name("to").value(trainedTo.toString());
            json.endObject();
        }
        RegistryJson.text(json, "run", run);
        return json.endObject().toByteArray();
    }

    private static void parameter(JsonWriter json, Object value) {
        if (value instanceof Long || value instanceof Integer) {
            json.value(((Number) value).longValue());
        } else if (value instanceof Number number) {
            json.value(number.doubleValue());
        } else if (value instanceof Boolean bool) {
            json.value(bool.booleanValue());
        } else {
            json.value(value.toString());
        }
    }

    /** Collects what is known about a version. */
    public static final class Builder {

        private final String version;
        private @Nullable String description;
        private final List<FeatureDefinition> features = new ArrayList<>();
        private List<String> classes = List.of();
        private @Nullable String positiveClass;
        private double threshold = Double.NaN;
        private @Nullable String outputUnit;
        private final Map<String, Object> parameters = new LinkedHashMap<>();
        private final Map<String, Double> metrics = new LinkedHashMap<>();
        private @Nullable Instant trainedFrom;
        private @Nullable Instant trainedTo;
        private @Nullable String run;

        private Builder(String version) {
            this.version = Objects.requireNonNull(version, "version");
        }

        /** What is special about this version. */
        public Builder description(String text) {
            description = text;
            return this;
        }

        /** Adds a feature; the order is kept. */
        public Builder feature(FeatureDefinition feature) {
            features.add(Objects.requireNonNull(feature, "feature"));
            return this;
        }

        /** Adds a feature that may be missing, with no limits. */
        public Builder feature(String name, FeatureType type) {
            return feature(FeatureDefinition.of(name, type));
        }

        /** Adds features, such as those of a {@link io.tidewatch.sdk.experiment.DatasetProfile}; the order is kept. */
        public Builder features(Collection<FeatureDefinition> more) {
            more.forEach(this::feature);
            return this;
        }

        /** The classes the model can answer. */
        public Builder classes(List<String> names) {
            classes = List.copyOf(names);
            return this;
        }

        /** For binary models: the class whose probability the score is. */
        public Builder positiveClass(String name) {
            positiveClass = name;
            return this;
        }

        /** For binary models: the score from which on the positive class is answered. */
        public Builder threshold(double score) {
            threshold = score;
            return this;
        }

        /** For regression: the unit of the answer. */
        public Builder outputUnit(String unit) {
            outputUnit = unit;
            return this;
        }

        /** A training parameter: a number, a truth value, or anything else as its text. */
        public Builder parameter(String name, Object value) {
            parameters.put(name, Objects.requireNonNull(value, name));
            return this;
        }

        /** A metric measured in training or validation. */
        public Builder metric(String name, double value) {
            metrics.put(name, value);
            return this;
        }

        /** The time the training data is from. */
        public Builder trainedOn(Instant from, Instant to) {
            trainedFrom = Objects.requireNonNull(from, "from");
            trainedTo = Objects.requireNonNull(to, "to");
            return this;
        }

        /** The id of the logged run that made the version, {@link io.tidewatch.sdk.experiment.ExperimentRun#id()}. */
        public Builder run(String id) {
            run = Objects.requireNonNull(id, "id");
            return this;
        }

        /** The version as set so far. */
        public VersionDefinition build() {
            return new VersionDefinition(this);
        }
    }
}
