package io.tidewatch.health;

import io.tidewatch.health.HealthCheckSettings.DriftSettings;
import io.tidewatch.health.HealthCheckSettings.GroundTruthSettings;
import io.tidewatch.health.HealthCheckSettings.LimitSettings;
import io.tidewatch.health.HealthCheckSettings.MissingValuesSettings;
import io.tidewatch.health.HealthCheckSettings.SilenceSettings;
import io.tidewatch.health.decision.HealthChecks;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.Violation;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The health checks of a model, all of them: what is absent is off. */
record PutHealthChecksRequest(
        @Nullable SilenceSettings silence,
        @Nullable DriftSettings drift,
        @Nullable MissingValuesSettings missingValues,
        @Nullable GroundTruthSettings groundTruth) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * The checks; fails with {@code validation-failed} and names every field that breaks a rule.
     *
     * @param features names of the model's features
     * @param outputs names of its outputs
     */
    HealthChecks toChecks(Set<String> features, Set<String> outputs) {
        List<Violation> violations = new ArrayList<>();
        HealthChecks checks = new HealthChecks(
                silence(violations),
                drift(features, outputs, violations),
                missingValues(features, violations),
                groundTruth(violations));
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem().violations(violations);
        }
        return checks;
    }

    private HealthChecks.Silence silence(List<Violation> violations) {
        HealthChecks.Silence usual = HealthChecks.DEFAULT.silence();
        return silence == null
                ? new HealthChecks.Silence(false, usual.limit())
                : new HealthChecks.Silence(
                        silence.enabled(), duration("silence.limit", silence.limit(), usual.limit(), violations));
    }

    private HealthChecks.Drift drift(Set<String> features, Set<String> outputs, List<Violation> violations) {
        if (drift == null) {
            return new HealthChecks.Drift(false, Set.of());
        }
        List<String> names = drift.leftOut() == null ? List.of() : drift.leftOut();
        for (int i = 0; i < names.size(); i++) {
            if (!features.contains(names.get(i)) && !outputs.contains(names.get(i))) {
                violations.add(new Violation(
                        "drift.leftOut[" + i + "]", "unknown", "the model has no feature or output of this name"));
            }
        }
        Set<String> leftOut = new HashSet<>(names);
        leftOut.remove(null);
        if (drift.enabled() && leftOut.containsAll(features) && leftOut.containsAll(outputs)) {
            violations.add(new Violation(
                    "drift.leftOut", "invalid-value", "leaves nothing to watch; set drift.enabled to false instead"));
        }
        return new HealthChecks.Drift(drift.enabled(), leftOut);
    }

    private HealthChecks.MissingValues missingValues(Set<String> features, List<Violation> violations) {
        if (missingValues == null) {
            return new HealthChecks.MissingValues(false, Map.of());
        }
        List<LimitSettings> given = missingValues.limits() == null ? List.of() : missingValues.limits();
        Map<String, Double> limits = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            LimitSettings limit = given.get(i);
            String field = "missingValues.limits[" + i + "]";
            if (limit == null || limit.feature() == null || !features.contains(limit.feature())) {
                violations.add(new Violation(field + ".feature", "unknown", "the model has no feature of this name"));
                continue;
            }
            ratio(field + ".maximumRatio", limit.maximumRatio(), violations);
            if (limits.put(limit.feature(), limit.maximumRatio()) != null) {
                violations.add(new Violation(field + ".feature", "duplicate", "has a limit already"));
            }
        }
        if (missingValues.enabled() && given.isEmpty()) {
            violations.add(
                    new Violation("missingValues.limits", "required", "needs the limit of at least one feature"));
        }
        return new HealthChecks.MissingValues(missingValues.enabled(), limits);
    }

    private HealthChecks.GroundTruth groundTruth(List<Violation> violations) {
        HealthChecks.GroundTruth usual = HealthChecks.DEFAULT.groundTruth();
        if (groundTruth == null) {
            return usual;
        }
        ratio("groundTruth.minimumRatio", groundTruth.minimumRatio(), violations);
        return new HealthChecks.GroundTruth(
                groundTruth.enabled(),
                duration("groundTruth.delay", groundTruth.delay(), usual.delay(), violations),
                groundTruth.minimumRatio());
    }

    private static void ratio(String field, double value, List<Violation> violations) {
        if (!(value >= 0 && value <= 1)) {
            violations.add(new Violation(field, "out-of-range", "must be from 0 to 1"));
        }
    }

    private static Duration duration(String field, @Nullable String text, Duration usual, List<Violation> violations) {
        if (text == null) {
            violations.add(new Violation(field, "required", "must be an ISO 8601 duration such as PT8H"));
            return usual;
        }
        try {
            Duration value = Duration.parse(text);
            if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
                violations.add(new Violation(field, "out-of-range", "must be from PT1M to P30D"));
            }
            return value;
        } catch (DateTimeParseException e) {
            violations.add(new Violation(field, "invalid-value", "must be an ISO 8601 duration such as PT8H"));
            return usual;
        }
    }
}
