package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, or a program, in a team.
 *
 * @param directRole the role that she was given by hand, or null
 * @param groupRole the strongest role through the groups of her latest token, or null
 */
record Member(
        UUID userId,
        MemberKind kind,
        String name,
        @Nullable String email,
        @Nullable Role directRole,
        @Nullable Role groupRole,
        Instant lastSeenAt) {

    /** The strongest of her roles there. */
    Role role() {
        if (directRole == null) {
            return groupRole == null ? Role.VIEWER : groupRole;
        }
        return groupRole == null || directRole.includes(groupRole) ? directRole : groupRole;
    }
}
