package io.tidewatch.platform.tenancy;

import java.util.UUID;

/** Identifies the organization that owns a row; the unit of isolation. */
public record OrganizationId(UUID value) {

    /** Parses the canonical text form. */
    public static OrganizationId of(String text) {
        return new OrganizationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
