package io.tidewatch.registry;

import io.tidewatch.organization.Team;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model on the wire.
 *
 * @param team the owner
 * @param sharedWith keys of the teams that may read it too
 * @param revision the entity tag, without quotes
 * @param access what the caller may do
 */
record ModelResponse(
        UUID id,
        String key,
        String name,
        @Nullable String description,
        ModelTask task,
        Owner team,
        List<String> sharedWith,
        Instant createdAt,
        Instant updatedAt,
        int revision,
        AccessRights access) {

    static ModelResponse from(RegisteredModel model, Map<TeamId, Team> teams, Caller caller) {
        return new ModelResponse(
                model.id().value(),
                model.key(),
                model.name(),
                model.description(),
                model.task(),
                Owner.from(model.team(), teams),
                model.sharedWith().stream()
                        .map(team -> Owner.from(team, teams).key())
                        .sorted()
                        .toList(),
                model.createdAt(),
                model.updatedAt(),
                model.revision(),
                new AccessRights(model.isEditableBy(caller)));
    }

    /** The team that owns a model. */
    record Owner(String key, String name) {

        static Owner from(TeamId id, Map<TeamId, Team> teams) {
            Team team = teams.get(id);
            if (team == null) {
                throw new IllegalStateException("A model belongs to a team of its organization");
            }
            return new Owner(team.key(), team.name());
        }
    }

    /**
     * What the caller may do.
     *
     * @param edit change the model, register versions, pin baselines
     */
    record AccessRights(boolean edit) {}
}
