package io.tidewatch.analysis;

import io.tidewatch.analysis.DriftResponse.BaselineInUse;
import io.tidewatch.analysis.DriftResponse.WindowResponse;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Health on the wire. */
record HealthResponse(
        HealthStatus status,
        @Schema(description = "One sentence") String reason,
        @Nullable Instant lastPredictionAt,
        long predictionCount24h,

        @Schema(description = "Features and outputs that drifted")
        int driftedFeatureCount,

        @Schema(description = "Features and outputs that were compared")
        int featureCount,

        @Nullable BaselineInUse baseline,
        Instant evaluatedAt,
        WindowResponse window) {

    static HealthResponse from(Health health) {
        return new HealthResponse(
                health.status(),
                health.reason(),
                health.lastPredictionAt(),
                health.predictionCount24h(),
                health.driftedFeatureCount(),
                health.featureCount(),
                health.baseline() == null ? null : BaselineInUse.from(health.baseline()),
                health.evaluatedAt(),
                new WindowResponse(health.from(), health.to()));
    }
}
