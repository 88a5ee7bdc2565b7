package io.tidewatch.registry;

import java.util.UUID;

/** Identifies a registered model within its organization. */
public record ModelId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
