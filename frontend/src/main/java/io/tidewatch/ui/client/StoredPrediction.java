package io.tidewatch.ui.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A prediction as it is kept, with its ground truth if that has arrived. */
public record StoredPrediction(
        String predictionId,
        String version,
        @Nullable String environment,
        Instant occurredAt,
        @Nullable Instant receivedAt,
        @Nullable String entityId,
        @Nullable Map<String, @Nullable Object> features,
        @Nullable Output prediction,
        @Nullable Map<String, @Nullable String> segments,
        @Nullable Double latencyMs,
        @Nullable Truth groundTruth) {

    /** What the model said. */
    public record Output(
            @Nullable Double score,
            @JsonProperty("class") @Nullable String predictedClass,
            @Nullable Double value,
            @Nullable Map<String, Double> scores) {}

    /** What turned out to be true. */
    public record Truth(
            @JsonProperty("class") @Nullable String actualClass,
            @Nullable Double value,
            @Nullable Instant observedAt) {}
}
