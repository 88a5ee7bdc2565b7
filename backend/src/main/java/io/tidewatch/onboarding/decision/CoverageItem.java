package io.tidewatch.onboarding.decision;

import org.jspecify.annotations.Nullable;

/**
 * One area of a model's monitoring.
 *
 * @param area stable name
 * @param finding what is seen, as a sentence
 * @param remedy what to send or do to see more; null if all is seen
 */
public record CoverageItem(
        Area area,
        CoverageLevel level,
        String finding,
        @Nullable String remedy) {

    /** What can be watched. */
    public enum Area {
        /** Whether predictions arrive. */
        FRESHNESS,
        /** Distributions of the features. */
        FEATURE_DRIFT,
        /** Distribution of what the model answers. */
        OUTPUT_DRIFT,
        /** Values that are not there. */
        MISSING_VALUES,
        /** Answers against what really happened. */
        PERFORMANCE,
        /** Features that arrive but are in no schema. */
        UNKNOWN_FEATURES
    }
}
