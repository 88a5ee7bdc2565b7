package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which health checks of a model are on.
 *
 * @param chosen false until somebody chooses: the usual ones are in force
 */
public record HealthChecks(
        boolean chosen,
        Silence silence,
        Drift drift,
        MissingValues missingValues,
        GroundTruth groundTruth,
        int revision,
        @Nullable Instant changedAt) {

    /** What to send to choose the same again. */
    public Choice choice() {
        return new Choice(silence, drift, missingValues, groundTruth);
    }

    /** All checks of a model, as they are sent. */
    public record Choice(Silence silence, Drift drift, MissingValues missingValues, GroundTruth groundTruth) {}

    /** Time without a prediction; the limit is an ISO 8601 duration. */
    public record Silence(boolean enabled, String limit) {}

    /** Drift of everything but what is left out. */
    public record Drift(boolean enabled, List<String> leftOut) {}

    /** Missing values of the features that have a limit. */
    public record MissingValues(boolean enabled, List<Limit> limits) {}

    /** The largest share of missing values of a feature, from 0 to 1. */
    public record Limit(String feature, double maximumRatio) {}

    /** Share of the predictions older than the delay that have ground truth, from 0 to 1. */
    public record GroundTruth(boolean enabled, String delay, double minimumRatio) {}
}
