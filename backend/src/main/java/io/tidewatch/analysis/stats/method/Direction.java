package io.tidewatch.analysis.stats.method;

/** On which side of the threshold a score means drift. */
public enum Direction {
    /** A p-value strictly below the threshold. */
    P_BELOW,
    /** A p-value at or below the threshold. */
    P_AT_MOST,
    /** A distance at or above the threshold. */
    DISTANCE_AT_LEAST,
    /** A distance strictly above the threshold. */
    DISTANCE_ABOVE;

    /** Whether the score of this method is a p-value. */
    public boolean isPValue() {
        return this == P_BELOW || this == P_AT_MOST;
    }

    boolean drifted(double score, double threshold) {
        return switch (this) {
            case P_BELOW -> score < threshold;
            case P_AT_MOST -> score <= threshold;
            case DISTANCE_AT_LEAST -> score >= threshold;
            case DISTANCE_ABOVE -> score > threshold;
        };
    }
}
