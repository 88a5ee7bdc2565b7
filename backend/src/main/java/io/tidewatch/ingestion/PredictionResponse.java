package io.tidewatch.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stored prediction on the wire. */
@Schema(name = "StoredPrediction")
record PredictionResponse(
        String predictionId,
        String version,
        String environment,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String entityId,

        @Schema(description = "Every feature of the version, null where missing, and those beside the schema")
        Map<String, @Nullable Object> features,

        OutputResponse prediction,
        Map<String, String> segments,
        @Nullable Double latencyMs,
        @Nullable String traceId,
        @Nullable TruthResponse groundTruth) {

    static PredictionResponse from(StoredPrediction stored) {
        StoredPrediction.StoredTruth truth = stored.groundTruth();
        return new PredictionResponse(
                stored.predictionId(),
                stored.version(),
                stored.environment(),
                stored.occurredAt(),
                stored.receivedAt(),
                stored.entityId(),
                stored.features(),
                new OutputResponse(
                        orNull(stored.score()),
                        stored.predictedClass(),
                        orNull(stored.value()),
                        stored.scores().isEmpty() ? null : stored.scores()),
                stored.segments(),
                orNull(stored.latencyMs()),
                stored.traceId(),
                truth == null
                        ? null
                        : new TruthResponse(truth.truthClass(), orNull(truth.value()), truth.observedAt()));
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** What the model answered; parts that were not sent are absent. */
    @Schema(name = "StoredOutput")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutputResponse(
            @Nullable Double score,
            @JsonProperty("class") @Nullable String predictedClass,
            @Nullable Double value,
            @Nullable Map<String, Double> scores) {}

    /** What really happened. */
    @Schema(name = "StoredGroundTruth")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TruthResponse(
            @JsonProperty("class") @Nullable String truthClass,
            @Nullable Double value,
            Instant observedAt) {}
}
