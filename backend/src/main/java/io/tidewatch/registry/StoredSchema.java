package io.tidewatch.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Turns versions into the JSON columns of their row and back. */
@Singleton
class StoredSchema {

    private final ObjectMapper json;

    StoredSchema(ObjectMapper json) {
        this.json = json;
    }

    JsonObject features(List<PositionedFeature> features) {
        return toJson(new StoredFeatures(features));
    }

    /** Schemas that were replaced, each with its number. */
    JsonObject earlier(List<FeatureSchema> schemas) {
        return toJson(new EarlierSchemas(schemas.stream()
                .map(schema -> new EarlierSchema(schema.id(), schema.features()))
                .toList()));
    }

    JsonObject output(OutputSchema output) {
        return toJson(output);
    }

    ModelVersion toDomain(ModelVersionEntity entity) {
        StoredFeatures stored = json.convertValue(entity.schema.getMap(), StoredFeatures.class);
        return new ModelVersion(
                entity.id,
                entity.version,
                entity.description,
                new FeatureSchema(entity.schemaId, stored.features()),
                json.convertValue(entity.output.getMap(), OutputSchema.class),
                entity.parameters.getMap(),
                entity.metrics.getMap(),
                entity.trainedFrom,
                entity.trainedTo,
                entity.runId,
                entity.createdAt,
                entity.schemaState,
                earlierSchemas(entity.earlierSchemas));
    }

    private List<FeatureSchema> earlierSchemas(JsonObject stored) {
        return json.convertValue(stored.getMap(), EarlierSchemas.class).schemas().stream()
                .map(earlier -> new FeatureSchema(earlier.schemaId(), earlier.features()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private JsonObject toJson(Object value) {
        return new JsonObject((Map<String, Object>) json.convertValue(value, Map.class));
    }

    /** The column {@code earlier_schemas}. */
    private record EarlierSchemas(List<EarlierSchema> schemas) {}

    private record EarlierSchema(int schemaId, List<PositionedFeature> features) {}

    /** The column {@code schema}. */
    private record StoredFeatures(List<PositionedFeature> features) {}
}
