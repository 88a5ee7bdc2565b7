package io.tidewatch.sdk.experiment;

/** What a run was for. */
public enum RunKind {

    /** It made a model. */
    TRAINING("training"),

    /** It measured one. */
    VALIDATION("validation");

    private final String wireName;

    RunKind(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
