package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group mapping on the wire.
 *
 * @param memberCount how many people have the group, by their latest token
 * @param members the names of the first of them
 */
record GroupMappingResponse(
        UUID id,
        String issuer,
        String group,
        @Nullable String team,
        @Nullable Role role,
        boolean organizationAdmin,
        Instant createdAt,
        int memberCount,
        List<String> members) {

    private static final int SHOWN = 20;

    static GroupMappingResponse from(GroupMapping mapping) {
        return new GroupMappingResponse(
                mapping.id(),
                mapping.issuer(),
                mapping.group(),
                mapping.team(),
                mapping.role(),
                mapping.organizationAdmin(),
                mapping.createdAt(),
                mapping.members().size(),
                mapping.members().stream().limit(SHOWN).toList());
    }
}
