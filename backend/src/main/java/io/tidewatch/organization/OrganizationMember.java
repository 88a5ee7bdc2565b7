package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as an organization knows her, with everything she may do there.
 *
 * @param issuer the identity provider that vouches for her
 * @param adminGroups the groups that make her an organization admin, by her latest token
 * @param teams the teams she is in, sorted by key
 */
record OrganizationMember(
        UUID userId,
        String name,
        @Nullable String email,
        String issuer,
        Instant firstSeenAt,
        Instant lastSeenAt,
        List<String> adminGroups,
        List<InTeam> teams) {

    OrganizationMember {
        adminGroups = List.copyOf(adminGroups);
        teams = List.copyOf(teams);
    }

    /**
     * Her part in a team.
     *
     * @param directRole the role that she was given by hand, or null
     * @param groupRole the strongest role through groups, or null
     * @param groups the groups that give her a role there
     */
    record InTeam(
            Team team, @Nullable Role directRole, @Nullable Role groupRole, List<String> groups) {

        InTeam {
            groups = List.copyOf(groups);
        }

        /** The strongest of her roles there. */
        Role role() {
            if (directRole == null || groupRole == null) {
                return directRole != null ? directRole : groupRole != null ? groupRole : Role.VIEWER;
            }
            return directRole.includes(groupRole) ? directRole : groupRole;
        }
    }
}
