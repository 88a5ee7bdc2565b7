package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group mapping on the wire. */
record GroupMappingResponse(
        UUID id,
        String issuer,
        String group,
        @Nullable String team,
        @Nullable Role role,
        boolean organizationAdmin,
        Instant createdAt) {

    static GroupMappingResponse from(GroupMapping mapping) {
        return new GroupMappingResponse(
                mapping.id(),
                mapping.issuer(),
                mapping.group(),
                mapping.team(),
                mapping.role(),
                mapping.organizationAdmin(),
                mapping.createdAt());
    }
}
