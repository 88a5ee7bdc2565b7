package io.tidewatch.analysis;

import io.tidewatch.health.decision.CheckOutcome;
import io.tidewatch.profile.Baseline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model is, in one word and one sentence.
 *
 * @param lastPredictionAt null if it never had one within the reach of the server
 * @param predictionCount24h predictions of the last 24 hours
 * @param driftedFeatureCount features and outputs that drifted in the window
 * @param featureCount features and outputs that were compared
 * @param checks what each check that is on found, the worst first
 * @param baseline compared with, null if there is none
 */
record Health(
        HealthStatus status,
        String reason,
        @Nullable Instant lastPredictionAt,
        long predictionCount24h,
        int driftedFeatureCount,
        int featureCount,
        List<CheckOutcome> checks,
        @Nullable Baseline baseline,
        Instant evaluatedAt,
        Instant from,
        Instant to) {}
