package io.tidewatch.organization;

import io.tidewatch.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of the organization, on the wire.
 *
 * @param issuer the identity provider that vouches for her
 * @param organizationAdmin true if she may do everything
 * @param adminGroups the groups that make her an organization admin
 * @param lastSeenAt to the minute
 */
record OrganizationMemberResponse(
        UUID userId,
        String name,
        @Nullable String email,
        String issuer,
        boolean organizationAdmin,
        List<String> adminGroups,
        List<MemberTeamResponse> teams,
        Instant firstSeenAt,
        Instant lastSeenAt) {

    /**
     * Her part in a team.
     *
     * @param role the stronger of the two that follow
     * @param directRole the role that she was given by hand
     * @param groupRole the strongest role through groups
     * @param groups the groups that give her a role there
     */
    record MemberTeamResponse(
            String key,
            String name,
            Role role,
            @Nullable Role directRole,
            @Nullable Role groupRole,
            List<String> groups) {

        static MemberTeamResponse from(OrganizationMember.InTeam part) {
            return new MemberTeamResponse(
                    part.team().key(),
                    part.team().name(),
                    part.role(),
                    part.directRole(),
                    part.groupRole(),
                    part.groups());
        }
    }

    static OrganizationMemberResponse from(OrganizationMember member) {
        return new OrganizationMemberResponse(
                member.userId(),
                member.name(),
                member.email(),
                member.issuer(),
                !member.adminGroups().isEmpty(),
                member.adminGroups(),
                member.teams().stream().map(MemberTeamResponse::from).toList(),
                member.firstSeenAt(),
                member.lastSeenAt());
    }
}
