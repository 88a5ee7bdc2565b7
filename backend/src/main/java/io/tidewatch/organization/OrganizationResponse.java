package io.tidewatch.organization;

import java.time.Instant;
import java.util.UUID;

/** An organization on the wire. */
record OrganizationResponse(
        UUID id,
        String key,
        String name,
        boolean modelsVisibleToAllTeams,
        Accent accent,
        Instant createdAt,
        Instant updatedAt,
        int revision) {

    static OrganizationResponse from(Organization organization) {
        return new OrganizationResponse(
                organization.id().value(),
                organization.key(),
                organization.name(),
                organization.modelsVisibleToAllTeams(),
                organization.accent(),
                organization.createdAt(),
                organization.updatedAt(),
                organization.revision());
    }
}
