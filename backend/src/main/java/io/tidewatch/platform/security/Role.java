package io.tidewatch.platform.security;

/** What a person may do in a team; each role holds the ones before it. */
public enum Role {
    /** Read. */
    VIEWER,
    /** Register models, pin baselines, ingest. */
    EDITOR,
    /** Manage the team's API keys and members. */
    ADMIN;

    /** True if this role holds {@code other}. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
