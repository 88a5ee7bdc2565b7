package io.tidewatch.health.decision;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which health checks of a model are on, and their limits. */
public record HealthChecks(Silence silence, Drift drift, MissingValues missingValues, GroundTruth groundTruth) {

    /** In force until somebody chooses: freshness of a day, and drift of everything. */
    public static final HealthChecks DEFAULT = new HealthChecks(
            new Silence(true, Duration.ofHours(24)),
            new Drift(true, Set.of()),
            new MissingValues(false, Map.of()),
            new GroundTruth(false, Duration.ofDays(1), 0.5));

    /** True if any check is on. */
    public boolean any() {
        return silence.enabled() || drift.enabled() || missingValues.enabled() || groundTruth.enabled();
    }

    /**
     * Whether predictions still come.
     *
     * @param limit longest time without a prediction
     */
    public record Silence(boolean enabled, Duration limit) {}

    /**
     * The last 24 hours against the baseline.
     *
     * @param leftOut features and outputs that are not watched; all others are, also those of later versions
     */
    public record Drift(boolean enabled, Set<String> leftOut) {

        /** Sorted, so that two choices of the same variables read the same. */
        public Drift {
            leftOut = Collections.unmodifiableSet(new TreeSet<>(leftOut));
        }
    }

    /**
     * Missing values of the last 24 hours.
     *
     * @param limits by name of a feature, the largest share without a value, from 0 to 1
     */
    public record MissingValues(boolean enabled, Map<String, Double> limits) {

        /** Sorted by name. */
        public MissingValues {
            limits = Collections.unmodifiableMap(new TreeMap<>(limits));
        }
    }

    /**
     * Whether ground truth still comes.
     *
     * @param delay age from which on predictions are expected to have ground truth
     * @param minimumRatio smallest share of them that has, from 0 to 1
     */
    public record GroundTruth(boolean enabled, Duration delay, double minimumRatio) {}
}
