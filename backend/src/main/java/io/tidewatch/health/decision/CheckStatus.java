package io.tidewatch.health.decision;

/** What a check found, the worst last. */
public enum CheckStatus {
    /** Too little came yet to judge, which says nothing about the model. */
    WAITING,
    /** Within the limits. */
    OK,
    /** There is nothing to compare with, or too little to tell. */
    UNKNOWN,
    /** Outside of a limit. */
    WARNING,
    /** Far outside. */
    CRITICAL,
    /** Predictions stopped. */
    NO_DATA
}
