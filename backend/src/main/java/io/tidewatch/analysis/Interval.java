package io.tidewatch.analysis;

import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.profile.WindowSelection;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps of time in which a window is shown. Boundaries are multiples of the step since 1970, UTC, so that the same
 * window looks the same tomorrow; days start at midnight.
 *
 * @param step length of a step, whole milliseconds
 */
record Interval(Duration step) {

    private static final int WANTED_POINTS = 200;
    private static final int MAX_POINTS = 2_000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final List<Duration> CHOICES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    /**
     * Reads the parameter {@code interval}.
     *
     * @param text an ISO 8601 duration; null or {@code auto} for the shortest that gives about 200 points at most
     * @throws ProblemException {@code validation-failed} if it is unreadable or gives too many points
     */
    static Interval of(@Nullable String text, Instant from, Instant to) {
        if (text == null || text.isEmpty() || text.equals("auto")) {
            return new Interval(CHOICES.stream()
                    .filter(step -> points(step, from, to) <= WANTED_POINTS)
                    .findFirst()
                    .orElse(CHOICES.getLast()));
        }
        Duration step = parse(text);
        if (step.compareTo(SHORTEST) < 0) {
            throw broken("out-of-range", "must be at least PT1M");
        }
        if (points(step, from, to) > MAX_POINTS) {
            throw broken("out-of-range", "gives more than " + MAX_POINTS + " points; ask for a longer one");
        }
        return new Interval(step);
    }

    /** The step as clients write it: whole days as days. */
    String text() {
        boolean wholeDays = step.toMillis() % Duration.ofDays(1).toMillis() == 0;
        return wholeDays ? "P" + step.toDays() + "D" : step.toString();
    }

    /** Number of the step that holds this time. */
    long unitOf(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), step.toMillis());
    }

    /** Start of a step. */
    Instant start(long unit) {
        return Instant.ofEpochMilli(unit * step.toMillis());
    }

    /** The window with whole steps at both ends: half a day differs from a day for no other reason than its hours. */
    WindowSelection widen(WindowSelection window) {
        return new WindowSelection(
                window.organization(),
                window.model(),
                start(unitOf(window.from())),
                start(lastUnit(window.to()) + 1),
                window.version(),
                window.environment());
    }

    /** Number of the last step that has something of a window ending here. */
    long lastUnit(Instant to) {
        return unitOf(to.minusMillis(1));
    }

    private static long points(Duration step, Instant from, Instant to) {
        return Math.ceilDiv(Duration.between(from, to).toMillis(), step.toMillis());
    }

    private static Duration parse(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw broken("wrong-type", "must be auto or an ISO 8601 duration such as PT1H or P1D");
        }
    }

    private static ProblemException broken(String code, String message) {
        return ErrorCode.VALIDATION_FAILED.problem().violation("interval", code, message);
    }
}
