package io.tidewatch.ingestion;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prediction as it is kept.
 *
 * @param predictionId the id as the client wrote it
 * @param storedId the id it is kept under
 * @param features values by name, in the order of the schema; null is missing
 * @param score NaN if none was sent
 * @param predictedClass null if none was sent
 * @param value NaN if none was sent
 * @param latencyMs NaN if none was sent
 * @param groundTruth null as long as there is none
 */
record StoredPrediction(
        String predictionId,
        UUID storedId,
        String version,
        String environment,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String entityId,
        Map<String, @Nullable Object> features,
        double score,
        @Nullable String predictedClass,
        double value,
        Map<String, Double> scores,
        Map<String, String> segments,
        double latencyMs,
        @Nullable String traceId,
        @Nullable StoredTruth groundTruth) {

    /**
     * The ground truth of a prediction.
     *
     * @param truthClass null for a regression
     * @param value NaN for a classification
     */
    record StoredTruth(@Nullable String truthClass, double value, Instant observedAt) {}

    StoredPrediction with(@Nullable StoredTruth truth) {
        return new StoredPrediction(
                predictionId,
                storedId,
                version,
                environment,
                occurredAt,
                receivedAt,
                entityId,
                features,
                score,
                predictedClass,
                value,
                scores,
                segments,
                latencyMs,
                traceId,
                truth);
    }
}
