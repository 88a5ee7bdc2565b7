package io.tidewatch.registry;

import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Role;
import io.tidewatch.platform.security.TeamId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model that Tidewatch watches.
 *
 * @param key short name in addresses, unique in its organization
 * @param team the team that owns it
 * @param sharedWith teams that may read it too
 * @param revision counts its changes
 */
public record RegisteredModel(
        ModelId id,
        String key,
        String name,
        @Nullable String description,
        ModelTask task,
        TeamId team,
        Set<TeamId> sharedWith,
        Instant createdAt,
        Instant updatedAt,
        int revision) {

    public RegisteredModel {
        sharedWith = Set.copyOf(sharedWith);
    }

    /** True if the caller may change the model and send events to it. */
    public boolean isEditableBy(Caller caller) {
        return caller.has(Role.EDITOR, team);
    }
}
