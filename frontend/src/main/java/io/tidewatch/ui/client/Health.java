package io.tidewatch.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a model is doing: the verdict over its latest window, with the reason as a sentence.
 *
 * @param status ok, warning, critical, no-data or unknown
 */
public record Health(
        String status,
        @Nullable String reason,
        @Nullable Instant lastPredictionAt,
        long predictionCount24h,
        int driftedFeatureCount,
        int featureCount,
        @Nullable Instant evaluatedAt) {}
