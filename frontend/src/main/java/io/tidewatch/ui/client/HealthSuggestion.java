package io.tidewatch.ui.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Health checks that fit a model, each with its reason. */
public record HealthSuggestion(Silence silence, Drift drift, MissingValues missingValues, GroundTruth groundTruth) {

    /** A limit for the time without a prediction. */
    public record Silence(boolean suggested, String limit, String reason) {}

    /** What to watch for drift. */
    public record Drift(boolean suggested, String reason, List<Variable> variables) {}

    /** A feature or output. */
    public record Variable(String name, boolean watched, String reason) {}

    /** Limits for missing values. */
    public record MissingValues(boolean suggested, String reason, List<Feature> features) {}

    /** A feature; without a limit it is better not watched. */
    public record Feature(String feature, @Nullable Double maximumRatio, String reason) {}

    /** A limit for the share of predictions with ground truth. */
    public record GroundTruth(boolean suggested, String delay, double minimumRatio, String reason) {}

    /** What is chosen by somebody who accepts all of it. */
    public HealthChecks.Choice choice() {
        return new HealthChecks.Choice(
                new HealthChecks.Silence(silence.suggested(), silence.limit()),
                new HealthChecks.Drift(
                        drift.suggested(),
                        drift.suggested()
                                ? drift.variables().stream()
                                        .filter(variable -> !variable.watched())
                                        .map(Variable::name)
                                        .toList()
                                : List.of()),
                new HealthChecks.MissingValues(
                        missingValues.suggested(),
                        missingValues.features().stream()
                                .filter(feature -> feature.maximumRatio() != null)
                                .map(feature -> new HealthChecks.Limit(
                                        feature.feature(), feature.maximumRatio() == null ? 1 : feature.maximumRatio()))
                                .toList()),
                new HealthChecks.GroundTruth(groundTruth.suggested(), groundTruth.delay(), groundTruth.minimumRatio()));
    }
}
