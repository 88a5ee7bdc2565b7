package io.tidewatch.onboarding.decision;

/** A step of a model's setup, in the order in which people do them. */
public enum SetupStep {
    /** The model is registered. */
    MODEL,
    /** A team has an API key that may send events. */
    KEY,
    /** Predictions arrived. */
    PREDICTIONS,
    /** The schema of the newest version is declared or confirmed. */
    SCHEMA,
    /** Ground truth arrived for predictions. */
    GROUND_TRUTH,
    /** A baseline is pinned. */
    BASELINE,
    /** Somebody chose what the health of the model watches. */
    HEALTH_CHECKS;

    /** False for steps without which nothing works. */
    public boolean canBeSkipped() {
        return this == GROUND_TRUTH || this == BASELINE || this == SCHEMA || this == HEALTH_CHECKS;
    }
}
