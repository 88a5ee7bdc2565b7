package io.tidewatch.registry.run;

import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of a run that go beyond single fields. */
final class RunRules {

    static final int MAX_PARAMETERS = 200;
    static final int MAX_PARAMETER_LENGTH = 1000;
    static final int MAX_METRICS = 200;
    static final int MAX_SERIES = 100;
    static final int MAX_SERIES_LENGTH = 1000;
    static final int MAX_POINTS = 20_000;

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,128}");
    private static final String NAME_MESSAGE = "must be 1 to 128 characters without control characters";

    private final List<Violation> violations = new ArrayList<>();

    private RunRules() {}

    /**
     * Checks the request.
     *
     * @throws io.tidewatch.platform.problem.ProblemException {@code validation-failed} naming every broken field
     */
    static void check(CreateRunRequest request, Instant now) {
        RunRules rules = new RunRules();
        rules.time(request, now);
        rules.parameters(request.parametersOrNone());
        rules.metrics(request.metricsOrNone());
        rules.series(request.seriesOrNone());
        if (request.profile() != null) {
            rules.violations.addAll(ProfileRules.violations(request.profile()));
        }
        if (!rules.violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem().violations(rules.violations);
        }
    }

    private void time(CreateRunRequest request, Instant now) {
        if (request.endedAt().isBefore(request.startedAt())) {
            broken("endedAt", "invalid", "must not be before startedAt");
        }
        // A clock that is a little ahead is no reason to lose a run.
        if (request.endedAt().isAfter(now.plusSeconds(3600))) {
            broken("endedAt", "invalid", "is in the future: runs are logged when they have ended");
        }
        if (request.startedAt().isBefore(Instant.EPOCH)) {
            broken("startedAt", "invalid", "must not be before 1970");
        }
    }

    private void parameters(Map<String, @Nullable String> parameters) {
        atMost("parameters", parameters.size(), MAX_PARAMETERS);
        parameters.forEach((name, value) -> {
            String field = named("parameters", name);
            if (value == null) {
                broken(field, "missing", "must have a value");
            } else if (value.length() > MAX_PARAMETER_LENGTH) {
                broken(field, "too-long", "must be at most " + MAX_PARAMETER_LENGTH + " characters");
            } else if (value.indexOf(0) >= 0) {
                broken(field, "invalid", "must not hold the character U+0000");
            }
        });
    }

    private void metrics(Map<String, @Nullable Double> metrics) {
        atMost("metrics", metrics.size(), MAX_METRICS);
        metrics.forEach((name, value) -> finite(named("metrics", name), value));
    }

    private void series(Map<String, List<SeriesPoint>> series) {
        atMost("series", series.size(), MAX_SERIES);
        long points = 0;
        for (Map.Entry<String, List<SeriesPoint>> entry : series.entrySet()) {
            String field = named("series", entry.getKey());
            atMost(field, entry.getValue().size(), MAX_SERIES_LENGTH);
            points += entry.getValue().size();
            steps(field, entry.getValue());
        }
        if (points > MAX_POINTS) {
            broken("series", "too-many", "must hold at most " + MAX_POINTS + " points altogether");
        }
    }

    private void steps(String field, List<SeriesPoint> points) {
        long last = -1;
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < points.size(); i++) {
            SeriesPoint point = points.get(i);
            finite(field + "[" + i + "].value", point.value());
            if (!seen.add(point.step())) {
                broken(field + "[" + i + "].step", "duplicate", "occurs twice");
            } else if (point.step() < last) {
                broken(field + "[" + i + "].step", "invalid", "must rise");
            }
            last = Math.max(last, point.step());
        }
    }

    private String named(String map, String name) {
        String field = map + "." + name;
        if (!NAME.matcher(name).matches()) {
            broken(field, "invalid", NAME_MESSAGE);
        }
        return field;
    }

    private void finite(String field, @Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            broken(field, "invalid", "must be a finite number");
        }
    }

    private void atMost(String field, int size, int limit) {
        if (size > limit) {
            broken(field, "too-many", "must be at most " + limit);
        }
    }

    private void broken(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
    }
}
