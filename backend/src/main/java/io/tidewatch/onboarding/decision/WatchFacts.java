package io.tidewatch.onboarding.decision;

import java.util.Set;

/**
 * What the health of a model watches, as far as coverage goes.
 *
 * @param chosen false if nobody chose and the usual checks are in force
 * @param silence limit of the time without predictions in words; empty if it is not watched
 * @param drift true if drift is watched
 * @param leftOut features and outputs that it leaves out
 * @param missingLimits how many features have a limit for missing values; 0 if they are not watched
 * @param groundTruth true if health warns when ground truth stays away
 */
public record WatchFacts(
        boolean chosen, String silence, boolean drift, Set<String> leftOut, int missingLimits, boolean groundTruth) {

    /** Nobody chose. */
    public static final WatchFacts USUAL = new WatchFacts(false, "24 hours", true, Set.of(), 0, false);

    public WatchFacts {
        leftOut = Set.copyOf(leftOut);
    }

    boolean isSilenceWatched() {
        return !silence.isEmpty();
    }
}
