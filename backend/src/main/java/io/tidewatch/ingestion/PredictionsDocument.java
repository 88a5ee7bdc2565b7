package io.tidewatch.ingestion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request with predictions, for the API description only: it is read as a stream, not into this. */
@Schema(name = "Predictions", description = "A batch. A single event may also be sent as it is, without the list.")
record PredictionsDocument(List<EventDocument> predictions) {

    /** One prediction. */
    @Schema(name = "PredictionEvent")
    record EventDocument(
            @Schema(description = "Up to 128 characters; UUIDs of version 7 are cheapest. Made here if absent.")
            @Nullable
            String predictionId,

            @Schema(required = true, description = "A registered version")
            String version,

            @Schema(description = "When it was made, from 400 days ago to 1 hour ahead; default: now") @Nullable
            Instant occurredAt,

            @Schema(defaultValue = "production") @Nullable String environment,

            @Schema(description = "Whom or what it is about") @Nullable
            String entityId,

            @Schema(description = "Values by name of the feature; null is missing")
            Map<String, Object> features,

            @Schema(required = true) OutputDocument prediction,

            @Schema(description = "Up to 16 keys to look at parts of the traffic") @Nullable
            Map<String, String> segments,

            @Nullable Double latencyMs,
            @Nullable String traceId) {}

    /** What the model answered. */
    @Schema(name = "PredictionOutput")
    record OutputDocument(
            @Schema(description = "Binary: probability of the positive class", minimum = "0", maximum = "1") @Nullable
            Double score,

            @Schema(name = "class", description = "Binary and multiclass: the predicted class") @Nullable
            String predictedClass,

            @Schema(description = "Regression: the predicted value") @Nullable
            Double value,

            @Schema(description = "Probability by class") @Nullable
            Map<String, Double> scores) {}
}
