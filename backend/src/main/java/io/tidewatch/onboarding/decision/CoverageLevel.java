package io.tidewatch.onboarding.decision;

/** How much of an area is seen. */
public enum CoverageLevel {
    /** All of it. */
    WATCHED,
    /** A part of it. */
    PARTLY,
    /** Nothing of it. */
    BLIND
}
