package io.tidewatch.onboarding.decision;

/** How far a step is. */
public enum StepState {
    /** The facts say that it is done. */
    DONE,
    /** It can be done now. */
    OPEN,
    /** It needs another step first. */
    WAITING,
    /** Somebody decided to leave it out for now. */
    SKIPPED
}
