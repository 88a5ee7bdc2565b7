package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of an issuer gives a role in a team, or everything in the organization.
 *
 * @param team key of the team, null for organization admins
 * @param role the role in the team, null for organization admins
 * @param members names of the people whose latest token holds the group, sorted
 */
record GroupMapping(
        UUID id,
        String issuer,
        String group,
        @Nullable String team,
        @Nullable Role role,
        boolean organizationAdmin,
        Instant createdAt,
        List<String> members) {

    public GroupMapping {
        members = List.copyOf(members);
    }
}
