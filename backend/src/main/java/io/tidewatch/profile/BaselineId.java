package io.tidewatch.profile;

import java.util.UUID;

/** Identifies a baseline within its organization. */
public record BaselineId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
