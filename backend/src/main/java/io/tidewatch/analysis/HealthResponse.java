package io.tidewatch.analysis;

import io.tidewatch.analysis.DriftResponse.BaselineInUse;
import io.tidewatch.analysis.DriftResponse.WindowResponse;
import io.tidewatch.health.decision.CheckOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

        @Schema(description = "What each check that is on found, the worst first")
        List<CheckResponse> checks,

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
                health.checks().stream().map(CheckResponse::from).toList(),
                health.baseline() == null ? null : BaselineInUse.from(health.baseline()),
                health.evaluatedAt(),
                new WindowResponse(health.from(), health.to()));
    }

    /** What one check found. */
    record CheckResponse(
            @Schema(enumeration = {"silence", "drift", "missing-values", "ground-truth"})
            String check,

            @Schema(enumeration = {"ok", "warning", "critical", "no-data", "unknown", "waiting"})
            String status,

            @Schema(description = "One sentence") String reason) {

        static CheckResponse from(CheckOutcome outcome) {
            return new CheckResponse(name(outcome.check()), name(outcome.status()), outcome.reason());
        }

        private static String name(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
