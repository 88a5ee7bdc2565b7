package io.tidewatch.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version on the wire.
 *
 * @param run the logged run that made it
 * @param schemaState {@code inferred} as long as the schema grows with the events and waits for a person
 * @param earlierSchemas earlier schemas of this version that stored events have
 */
record ModelVersionResponse(
        UUID id,
        String version,
        @Nullable String description,
        SchemaResponse schema,
        OutputResponse output,
        Map<String, Object> parameters,
        Map<String, Object> metrics,
        @Nullable TrainedOnResponse trainedOn,
        @Nullable UUID run,
        Instant createdAt,
        SchemaState schemaState,
        List<SchemaResponse> earlierSchemas) {

    static ModelVersionResponse from(ModelVersion version) {
        OutputSchema output = version.output();
        return new ModelVersionResponse(
                version.id(),
                version.version(),
                version.description(),
                SchemaResponse.from(version.schema()),
                new OutputResponse(output.classes(), output.positiveClass(), output.threshold(), output.unit()),
                version.parameters(),
                version.metrics(),
                version.trainedFrom() == null || version.trainedTo() == null
                        ? null
                        : new TrainedOnResponse(version.trainedFrom(), version.trainedTo()),
                version.run(),
                version.createdAt(),
                version.schemaState(),
                version.earlierSchemas().stream().map(SchemaResponse::from).toList());
    }

    /** The features, in the order of their declaration. */
    record SchemaResponse(List<FeatureResponse> features) {

        static SchemaResponse from(FeatureSchema schema) {
            return new SchemaResponse(schema.features().stream()
                    .map(feature -> FeatureResponse.from(feature.feature()))
                    .toList());
        }
    }

    /** One feature. */
    record FeatureResponse(
            String name,
            FeatureType type,
            boolean required,
            @Nullable Double min,
            @Nullable Double max,
            List<String> categories,
            @Nullable String unit,
            @Nullable String description,
            @Nullable Integer dimension) {

        static FeatureResponse from(Feature feature) {
            return new FeatureResponse(
                    feature.name(),
                    feature.type(),
                    feature.required(),
                    feature.min(),
                    feature.max(),
                    feature.categories(),
                    feature.unit(),
                    feature.description(),
                    feature.dimension());
        }
    }

    /** What the version answers. */
    record OutputResponse(
            List<String> classes,
            @Nullable String positiveClass,
            @Nullable Double threshold,
            @Nullable String unit) {}

    /** The window of the training data. */
    record TrainedOnResponse(Instant from, Instant to) {}
}
