package io.tidewatch.health;

import io.tidewatch.health.decision.HealthSuggestion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Health checks that fit a model, each with its reason, on the wire. */
record HealthSuggestionResponse(
        SilenceSuggested silence,
        DriftSuggested drift,
        MissingValuesSuggested missingValues,
        GroundTruthSuggested groundTruth) {

    static HealthSuggestionResponse from(HealthSuggestion suggestion) {
        return new HealthSuggestionResponse(
                new SilenceSuggested(
                        true,
                        suggestion.silence().limit().toString(),
                        suggestion.silence().reason()),
                new DriftSuggested(
                        suggestion.drift().any(),
                        suggestion.drift().reason(),
                        suggestion.drift().items().stream()
                                .map(item -> new VariableSuggested(item.name(), item.watched(), item.reason()))
                                .toList()),
                new MissingValuesSuggested(
                        suggestion.missingValues().any(),
                        suggestion.missingValues().reason(),
                        suggestion.missingValues().items().stream()
                                .map(item -> new LimitSuggested(
                                        item.name(), item.maximumRatio(), item.observedRatio(), item.reason()))
                                .toList()),
                new GroundTruthSuggested(
                        suggestion.groundTruth().suggested(),
                        suggestion.groundTruth().delay().toString(),
                        suggestion.groundTruth().minimumRatio(),
                        suggestion.groundTruth().reason()));
    }

    /** A limit for the time without a prediction. */
    record SilenceSuggested(
            boolean suggested, @Schema(format = "duration") String limit, String reason) {}

    /** Which variables to watch for drift. */
    record DriftSuggested(boolean suggested, String reason, List<VariableSuggested> variables) {}

    /** One feature or output. */
    record VariableSuggested(String name, boolean watched, String reason) {}

    /** Limits for missing values. */
    record MissingValuesSuggested(boolean suggested, String reason, List<LimitSuggested> features) {}

    /** One feature. */
    record LimitSuggested(
            String feature,

            @Schema(description = "From 0 to 1; null if it is better not watched") @Nullable
            Double maximumRatio,

            @Schema(description = "Share without a value in the baseline")
            double observedRatio,

            String reason) {}

    /** A limit for the share of predictions with ground truth. */
    record GroundTruthSuggested(
            boolean suggested, @Schema(format = "duration") String delay, double minimumRatio, String reason) {}
}
