package io.tidewatch.health.decision;

/** What is checked of a model; the order in which equally bad ones are named. */
public enum CheckKind {
    /** Distributions of the last 24 hours against the baseline. */
    DRIFT("drift"),
    /** Shares of missing values. */
    MISSING_VALUES("missing values"),
    /** Share of predictions with ground truth. */
    GROUND_TRUTH("ground truth"),
    /** Time since the last prediction. */
    SILENCE("silence");

    private final String words;

    CheckKind(String words) {
        this.words = words;
    }

    /** The name in a sentence. */
    public String words() {
        return words;
    }
}
