package io.tidewatch.health.decision;

import java.time.Duration;
import java.util.List;

/**
 * A limit for the share of predictions with ground truth, from the usual delay and share.
 *
 * @param suggested false if too little is known
 * @param reason one or two sentences with numbers
 */
public record GroundTruthSuggestion(boolean suggested, Duration delay, double minimumRatio, String reason) {

    private static final long MIN_TRUTHS = 30;
    private static final long DAY_MIN = 50;
    private static final double MARGIN = 0.05;
    private static final int STEPS = 20;

    /**
     * Decides.
     *
     * @param truths ground truths that were looked at
     * @param usualDelay the delay that 95 of 100 of them keep
     * @param days predictions and those of them with ground truth, of each whole day that is older than the usual delay
     *     rounded up
     */
    public static GroundTruthSuggestion of(long truths, Duration usualDelay, List<Day> days) {
        if (truths < MIN_TRUTHS) {
            return none(
                    truths == 0
                            ? "No ground truth has arrived lately."
                            : "Only " + Words.count(truths, "ground truth") + " arrived lately, too few to know the"
                                    + " usual delay.");
        }
        Duration delay = Words.roundUp(usualDelay);
        List<Day> judged =
                days.stream().filter(day -> day.predictions() >= DAY_MIN).toList();
        if (judged.isEmpty()) {
            return none("95 of 100 ground truths came within " + Words.duration(usualDelay)
                    + ". No whole day of predictions is older than that yet, so the usual share is not known.");
        }
        double lowest = judged.stream().mapToDouble(Day::ratio).min().orElse(0);
        double highest = judged.stream().mapToDouble(Day::ratio).max().orElse(0);
        double limit = Math.max(MARGIN, Math.floor((lowest - MARGIN) * STEPS + 1e-9) / STEPS);
        return new GroundTruthSuggestion(
                true,
                delay,
                limit,
                "95 of 100 ground truths came within " + Words.duration(usualDelay) + ". Of older predictions, "
                        + share(lowest, highest) + " had one"
                        + (judged.size() == 1 ? "." : " on each of " + judged.size() + " days."));
    }

    private static String share(double lowest, double highest) {
        String from = Words.percent(lowest);
        String to = Words.percent(highest);
        return from.equals(to) ? from : from + " to " + to;
    }

    private static GroundTruthSuggestion none(String reason) {
        HealthChecks.GroundTruth usual = HealthChecks.DEFAULT.groundTruth();
        return new GroundTruthSuggestion(false, usual.delay(), usual.minimumRatio(), reason);
    }

    /** Predictions of a day, and how many of them have ground truth. */
    public record Day(long predictions, long withTruth) {

        double ratio() {
            return Math.min(1, (double) withTruth / predictions);
        }
    }
}
