package io.tidewatch.ui.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a session may last.
 *
 * @param idle without a click
 * @param longest after the sign-in
 */
record SessionLimits(Duration idle, Duration longest) {

    /** Why a session has to end by now, if it has. */
    Optional<EndReason> check(Instant startedAt, Instant activeAt, Instant now) {
        if (!now.isBefore(startedAt.plus(longest))) {
            return Optional.of(EndReason.LONGEST);
        }
        return now.isBefore(activeAt.plus(idle)) ? Optional.empty() : Optional.of(EndReason.IDLE);
    }

    /** What the person reads. */
    String explain(EndReason reason) {
        return switch (reason) {
            case IDLE -> "You were signed out because nothing was clicked for " + words(idle) + ".";
            case LONGEST -> "You were signed out because a session lasts " + words(longest) + " at most.";
            case ENDED ->
                "Your session was ended from elsewhere: by yourself in another browser, or by your"
                        + " organization's sign-in.";
        };
    }

    /** Such as "8 hours", "30 minutes", "45 seconds". */
    static String words(Duration duration) {
        if (duration.toSeconds() % 3600 == 0 && duration.toHours() > 0) {
            return count(duration.toHours(), "hour");
        }
        return duration.toSeconds() % 60 == 0 && duration.toMinutes() > 0
                ? count(duration.toMinutes(), "minute")
                : count(duration.toSeconds(), "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
