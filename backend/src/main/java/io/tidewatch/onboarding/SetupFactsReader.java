package io.tidewatch.onboarding;

import io.tidewatch.health.HealthCheckChoice;
import io.tidewatch.health.decision.HealthChecks;
import io.tidewatch.health.decision.Words;
import io.tidewatch.onboarding.decision.SetupFacts;
import io.tidewatch.onboarding.decision.WatchFacts;
import io.tidewatch.profile.Baseline;
import io.tidewatch.profile.VariableProfile;
import io.tidewatch.registry.FeatureType;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.PositionedFeature;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what the decisions about a setup need. */
final class SetupFactsReader {

    private SetupFactsReader() {}

    /**
     * The facts.
     *
     * @param versions oldest first; the newest is the one that is asked about
     */
    static SetupFacts read(
            int usableKeys,
            @Nullable PredictionFacts predictions,
            long groundTruths,
            List<String> extraFeatures,
            List<ModelVersion> versions,
            @Nullable Baseline baseline,
            HealthCheckChoice choice) {
        List<PositionedFeature> features =
                versions.isEmpty() ? List.of() : versions.getLast().schema().features();
        Map<String, VariableProfile> profiles = baseline == null
                ? Map.of()
                : baseline.profiles().stream().collect(Collectors.toMap(VariableProfile::name, Function.identity()));
        return new SetupFacts(
                usableKeys,
                predictions == null ? 0 : predictions.count(),
                predictions == null ? 0 : predictions.recent(),
                groundTruths,
                extraFeatures,
                !versions.isEmpty(),
                versions.stream().noneMatch(ModelVersion::isInferred),
                features.stream().map(PositionedFeature::name).toList(),
                features.stream()
                        .filter(feature -> isPresenceOnly(feature.type()))
                        .map(PositionedFeature::name)
                        .toList(),
                baseline != null,
                baseline == null
                        ? List.of()
                        : features.stream()
                                .filter(feature -> isUnknownTo(profiles.get(feature.name()), feature))
                                .map(PositionedFeature::name)
                                .toList(),
                profiles.values().stream().anyMatch(VariableProfile::isPrediction),
                watched(choice));
    }

    private static WatchFacts watched(HealthCheckChoice choice) {
        HealthChecks checks = choice.checks();
        if (!choice.chosen()) {
            return WatchFacts.USUAL;
        }
        return new WatchFacts(
                true,
                checks.silence().enabled() ? Words.duration(checks.silence().limit()) : "",
                checks.drift().enabled(),
                checks.drift().leftOut(),
                checks.missingValues().enabled()
                        ? checks.missingValues().limits().size()
                        : 0,
                checks.groundTruth().enabled());
    }

    private static boolean isPresenceOnly(FeatureType type) {
        return !type.isNumeric() && !type.isCategorical();
    }

    private static boolean isUnknownTo(@Nullable VariableProfile profile, PositionedFeature feature) {
        return profile == null || profile.type() != feature.type() || profile.n() + profile.missing() == 0;
    }
}
