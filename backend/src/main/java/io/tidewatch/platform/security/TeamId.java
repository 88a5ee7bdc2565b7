package io.tidewatch.platform.security;

import java.util.UUID;

/** Identifies a team within its organization. */
public record TeamId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
