package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of the organization with everything she may do there. */
public record Member(
        String userId,
        String name,
        @Nullable String email,
        String issuer,
        boolean organizationAdmin,
        List<String> adminGroups,
        List<InTeam> teams,
        @Nullable Instant lastSeenAt) {

    /**
     * Her part in a team.
     *
     * @param directRole the role that she was given by hand
     * @param groupRole the strongest role through groups
     * @param groups the groups that give her a role there
     */
    public record InTeam(
            String key,
            String name,
            String role,
            @Nullable String directRole,
            @Nullable String groupRole,
            List<String> groups) {}
}
