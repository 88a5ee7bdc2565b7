package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One trained version of a model with the schema of what it takes in and gives out. */
public record ModelVersion(
        String version,
        @Nullable String description,
        @Nullable Schema schema,
        @Nullable Output output,
        @Nullable Map<String, @Nullable Object> parameters,
        @Nullable Map<String, @Nullable Object> metrics,
        @Nullable TrainedOn trainedOn,
        @Nullable Instant createdAt,
        @Nullable String schemaState) {

    /** True as long as the schema grows with the events and waits for a person. */
    public boolean isInferred() {
        return "inferred".equals(schemaState);
    }

    /** The features of this version, empty if none were declared. */
    public List<Feature> features() {
        return schema == null || schema.features() == null ? List.of() : schema.features();
    }

    /** The input variables. */
    public record Schema(@Nullable List<Feature> features) {}

    /** One input variable. */
    public record Feature(
            String name,
            String type,
            @Nullable Boolean required,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable List<String> categories,
            @Nullable String unit,
            @Nullable String description,
            @Nullable Integer dimension) {}

    /** What the version predicts. */
    public record Output(
            @Nullable List<String> classes,
            @Nullable String positiveClass,
            @Nullable Double threshold,
            @Nullable String unit) {}

    /** The window of the data the version was trained on. */
    public record TrainedOn(
            @Nullable Instant from, @Nullable Instant to) {}
}
