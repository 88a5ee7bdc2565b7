package io.tidewatch.health.decision;

import java.time.Duration;
import java.util.Arrays;

/**
 * A limit for the time without predictions, from the pauses that are usual.
 *
 * @param reason one or two sentences with numbers
 */
public record SilenceSuggestion(Duration limit, String reason) {

    private static final Duration USUAL = HealthChecks.DEFAULT.silence().limit();
    private static final long DAY = Duration.ofDays(1).toMinutes();
    private static final int MIN_ACTIVE_MINUTES = 10;
    private static final double MARGIN = 1.5;
    // A pause is usual if it came twice: another one is at least this part of it.
    private static final double ALIKE = 0.5;

    /**
     * Looks at pauses between minutes with predictions.
     *
     * @param minutes minutes since 1970 that had a prediction, ascending
     */
    public static SilenceSuggestion of(long[] minutes) {
        if (minutes.length == 0) {
            return new SilenceSuggestion(USUAL, "No prediction has arrived yet; a day is a usual limit.");
        }
        long span = minutes[minutes.length - 1] - minutes[0];
        if (span < DAY || minutes.length < MIN_ACTIVE_MINUTES) {
            return new SilenceSuggestion(
                    USUAL,
                    "Predictions of " + Words.duration(Duration.ofMinutes(span))
                            + " are too few to know the usual pauses; a day is a usual limit.");
        }
        long[] pauses = pauses(minutes);
        int usual = longestUsual(pauses);
        long pause = pauses[usual];
        Duration limit = Words.roundUp(Duration.ofMinutes(Math.round(pause * MARGIN)));
        return new SilenceSuggestion(limit, reason(pauses, usual, span));
    }

    /** Minutes from one prediction to the next, the longest first. */
    private static long[] pauses(long[] minutes) {
        long[] pauses = new long[minutes.length - 1];
        for (int i = 0; i < pauses.length; i++) {
            pauses[pauses.length - 1 - i] = minutes[i + 1] - minutes[i];
        }
        Arrays.sort(pauses);
        for (int i = 0; i < pauses.length / 2; i++) {
            long swapped = pauses[i];
            pauses[i] = pauses[pauses.length - 1 - i];
            pauses[pauses.length - 1 - i] = swapped;
        }
        return pauses;
    }

    private static int longestUsual(long[] pauses) {
        for (int i = 0; i + 1 < pauses.length; i++) {
            if (pauses[i + 1] >= ALIKE * pauses[i]) {
                return i;
            }
        }
        return pauses.length - 1;
    }

    private static String reason(long[] pauses, int usual, long span) {
        long pause = pauses[usual];
        double days = (double) span / DAY;
        long wholeDays = Math.round(days);
        String over = "Over the last " + (wholeDays <= 1 ? "day" : wholeDays + " days");
        if (pause <= 1 && usual == 0) {
            return over + " predictions came in every minute.";
        }
        int times = 0;
        for (int i = usual; i < pauses.length && pauses[i] >= ALIKE * pause; i++) {
            times++;
        }
        String reason = over + " the longest usual pause was " + Words.duration(Duration.ofMinutes(pause))
                + rhythm(times, days, pause) + ".";
        return usual == 0
                ? reason
                : reason + " Not counted: " + (usual == 1 ? "one pause of " : usual + " single pauses, up to ")
                        + Words.duration(Duration.ofMinutes(pauses[0])) + ".";
    }

    private static String rhythm(int times, double days, long pause) {
        if (times == 1) {
            return "";
        }
        if (pause >= 180 && Math.abs(times - days) <= 1 + days / 10) {
            return ", about once a day";
        }
        if (pause >= DAY && Math.abs(times - days / 7) <= 1) {
            return ", about once a week";
        }
        return times <= 50 ? ", and " + times + " were alike" : "";
    }
}
