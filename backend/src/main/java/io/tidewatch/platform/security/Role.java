package io.tidewatch.platform.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do in a team; each role holds the ones before it. */
public enum Role {
    /** Read. */
    @JsonProperty("viewer")
    VIEWER,
    /** Register models, pin baselines, ingest. */
    @JsonProperty("editor")
    EDITOR,
    /** Manage the team's API keys and members. */
    @JsonProperty("admin")
    ADMIN;

    /** True if this role holds {@code other}. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
