package io.tidewatch.health.decision;

import java.util.Set;

/** The health checks that fit a model, each with its reason. */
public record HealthSuggestion(
        SilenceSuggestion silence,
        DriftSuggestion drift,
        MissingValuesSuggestion missingValues,
        GroundTruthSuggestion groundTruth) {

    /** What is chosen by somebody who accepts all of it. */
    public HealthChecks checks() {
        return new HealthChecks(
                new HealthChecks.Silence(true, silence.limit()),
                new HealthChecks.Drift(drift.any(), drift.any() ? drift.leftOut() : Set.of()),
                new HealthChecks.MissingValues(missingValues.any(), missingValues.limits()),
                new HealthChecks.GroundTruth(groundTruth.suggested(), groundTruth.delay(), groundTruth.minimumRatio()));
    }
}
