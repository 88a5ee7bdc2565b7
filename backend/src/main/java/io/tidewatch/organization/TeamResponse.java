package io.tidewatch.organization;

import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team on the wire.
 *
 * @param role the caller's own role in it, absent if she is not in the team
 */
record TeamResponse(
        UUID id, String key, String name, @Nullable Role role, Instant createdAt, int revision) {

    static TeamResponse from(Team team, Caller caller) {
        return new TeamResponse(
                team.id().value(),
                team.key(),
                team.name(),
                caller.roles().get(team.id()),
                team.createdAt(),
                team.revision());
    }
}
