package io.tidewatch.health.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges what was observed by the limits of the checks. Drift has a kernel of its own. */
public final class CheckJudge {

    /** Fewer predictions than this say nothing about a share. */
    static final long MIN_PREDICTIONS = 30;

    private CheckJudge() {}

    /**
     * Whether predictions still come.
     *
     * @param last time of the newest prediction, null if there never was one
     */
    public static CheckOutcome silence(HealthChecks.Silence check, @Nullable Instant last, Instant now) {
        if (last == null) {
            return new CheckOutcome(CheckKind.SILENCE, CheckStatus.NO_DATA, "The model has not made a prediction yet.");
        }
        Duration age = Duration.between(last, now);
        String limit = Words.duration(check.limit());
        if (age.compareTo(check.limit()) > 0) {
            return new CheckOutcome(
                    CheckKind.SILENCE,
                    CheckStatus.NO_DATA,
                    "No prediction for " + Words.duration(age) + "; the limit is " + limit + ".");
        }
        return new CheckOutcome(
                CheckKind.SILENCE,
                CheckStatus.OK,
                (age.isNegative()
                                ? "The last prediction is ahead of the clock"
                                : "The last prediction was " + Words.duration(age) + " ago")
                        + "; the limit is " + limit + ".");
    }

    /** Whether features are missing more often than their limits allow. */
    public static CheckOutcome missingValues(HealthChecks.MissingValues check, Map<String, Presence> observed) {
        List<Excess> above = new ArrayList<>();
        int judged = 0;
        for (Map.Entry<String, Double> limit : check.limits().entrySet()) {
            Presence presence = observed.get(limit.getKey());
            if (presence == null || presence.n() < MIN_PREDICTIONS) {
                continue;
            }
            judged++;
            if (presence.missingRatio() > limit.getValue()) {
                above.add(new Excess(limit.getKey(), presence.missingRatio(), limit.getValue()));
            }
        }
        if (judged == 0) {
            return new CheckOutcome(
                    CheckKind.MISSING_VALUES,
                    CheckStatus.WAITING,
                    "Too few predictions in the last 24 hours to judge missing values.");
        }
        if (above.isEmpty()) {
            return new CheckOutcome(
                    CheckKind.MISSING_VALUES,
                    CheckStatus.OK,
                    "Missing values are within the limit in " + features(judged) + ".");
        }
        Excess worst =
                above.stream().max(Comparator.comparingDouble(Excess::by)).orElseThrow();
        return new CheckOutcome(
                CheckKind.MISSING_VALUES,
                CheckStatus.WARNING,
                "Missing values are above the limit in "
                        + (judged == 1 ? "" : above.size() + " of " + features(judged) + ", most of all in ")
                        + worst.feature() + ": " + Words.percent(worst.ratio()) + ", limit "
                        + Words.percent(worst.limit()) + ".");
    }

    /**
     * Whether ground truth still comes.
     *
     * @param n predictions of the 24 hours that ended when the delay began
     * @param withTruth of them, those with ground truth
     */
    public static CheckOutcome groundTruth(HealthChecks.GroundTruth check, long n, long withTruth) {
        String age = Words.duration(check.delay());
        if (n < MIN_PREDICTIONS) {
            return new CheckOutcome(
                    CheckKind.GROUND_TRUTH,
                    CheckStatus.WAITING,
                    "Too few predictions are older than " + age + " to judge ground truth.");
        }
        double ratio = Math.min(1, (double) withTruth / n);
        boolean low = ratio < check.minimumRatio();
        return new CheckOutcome(
                CheckKind.GROUND_TRUTH,
                low ? CheckStatus.WARNING : CheckStatus.OK,
                Words.percent(ratio) + " of " + Words.count(n) + " predictions have ground truth after " + age
                        + "; the limit is " + Words.percent(check.minimumRatio()) + ".");
    }

    private static String features(int n) {
        return n + " watched feature" + (n == 1 ? "" : "s");
    }

    private record Excess(String feature, double ratio, double limit) {

        double by() {
            return ratio - limit;
        }
    }
}
