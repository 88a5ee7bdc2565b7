package io.tidewatch.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
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
        Instant createdAt) {

    public ModelVersion {
        // Not Map.copyOf: values may be null, and clients expect their own order back.
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
