package io.tidewatch.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One trained version of a model.
 *
 * @param version the name events use, unique within the model
 * @param schema its features
 * @param output its answers
 * @param parameters training parameters, as the client gave them
 * @param metrics training metrics, as the client gave them
 * @param trainedFrom start of the training data, null if unknown
 * @param trainedTo end of the training data, exclusive, null if unknown
 * @param run the logged run that made it, null if it names none
 * @param schemaState whether the schema is settled
 * @param earlierSchemas schemas that events of this version were stored under before the present one
 */
public record ModelVersion(
        UUID id,
        String version,
        @Nullable String description,
        FeatureSchema schema,
        OutputSchema output,
        Map<String, Object> parameters,
        Map<String, Object> metrics,
        @Nullable Instant trainedFrom,
        @Nullable Instant trainedTo,
        @Nullable UUID run,
        Instant createdAt,
        SchemaState schemaState,
        List<FeatureSchema> earlierSchemas) {

    public ModelVersion {
        // Not Map.copyOf: values may be null, and clients expect their own order back.
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        earlierSchemas = List.copyOf(earlierSchemas);
    }

    /** Every schema that stored events of this version may have, the present one first. */
    public List<FeatureSchema> schemas() {
        List<FeatureSchema> all = new ArrayList<>();
        all.add(schema);
        all.addAll(earlierSchemas);
        return all;
    }

    /** True as long as the schema grows with the events. */
    public boolean isInferred() {
        return schemaState == SchemaState.INFERRED;
    }
}
