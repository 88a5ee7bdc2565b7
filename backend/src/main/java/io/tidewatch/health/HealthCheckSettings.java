package io.tidewatch.health;

import io.tidewatch.health.decision.HealthChecks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Health checks as they are sent, stored and audited. */
record HealthCheckSettings(
        SilenceSettings silence,
        DriftSettings drift,
        MissingValuesSettings missingValues,
        GroundTruthSettings groundTruth) {

    static HealthCheckSettings from(HealthChecks checks) {
        List<LimitSettings> limits = new ArrayList<>();
        checks.missingValues().limits().forEach((feature, ratio) -> limits.add(new LimitSettings(feature, ratio)));
        return new HealthCheckSettings(
                new SilenceSettings(
                        checks.silence().enabled(), checks.silence().limit().toString()),
                new DriftSettings(
                        checks.drift().enabled(), List.copyOf(checks.drift().leftOut())),
                new MissingValuesSettings(checks.missingValues().enabled(), limits),
                new GroundTruthSettings(
                        checks.groundTruth().enabled(),
                        checks.groundTruth().delay().toString(),
                        checks.groundTruth().minimumRatio()));
    }

    /** The checks; only for settings that were made from checks. */
    HealthChecks toChecks() {
        Map<String, Double> limits = new TreeMap<>();
        missingValues.limits().forEach(limit -> limits.put(limit.feature(), limit.maximumRatio()));
        return new HealthChecks(
                new HealthChecks.Silence(silence.enabled(), Duration.parse(silence.limit())),
                new HealthChecks.Drift(drift.enabled(), Set.copyOf(drift.leftOut())),
                new HealthChecks.MissingValues(missingValues.enabled(), limits),
                new HealthChecks.GroundTruth(
                        groundTruth.enabled(), Duration.parse(groundTruth.delay()), groundTruth.minimumRatio()));
    }

    /** Time without a prediction. */
    record SilenceSettings(
            boolean enabled,

            @Schema(
                    format = "duration",
                    description = "Longest time without a prediction, PT1M to P30D",
                    examples = "PT8H")
            String limit) {}

    /** Drift of the last 24 hours. */
    record DriftSettings(
            boolean enabled,

            @Schema(
                    description =
                            "Features and outputs that are not watched; all others are, also those of later versions")
            List<String> leftOut) {}

    /** Missing values of the last 24 hours. */
    record MissingValuesSettings(boolean enabled, List<LimitSettings> limits) {}

    /** The limit of one feature. */
    record LimitSettings(
            String feature,

            @Schema(description = "Largest share without a value, from 0 to 1")
            double maximumRatio) {}

    /** Share of predictions with ground truth. */
    record GroundTruthSettings(
            boolean enabled,

            @Schema(
                    format = "duration",
                    description = "Age from which on predictions are expected to have ground truth, PT1M to P30D",
                    examples = "P1D")
            String delay,

            @Schema(description = "Smallest share of them that has, from 0 to 1")
            double minimumRatio) {}
}
