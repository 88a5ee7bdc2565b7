package io.tidewatch.registry;

import io.smallrye.mutiny.Uni;
import io.tidewatch.organization.TeamPossessions;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Teams own models; that a model is shared with a team means nothing without the team. */
@ApplicationScoped
class ModelPossessions implements TeamPossessions {

    private final ModelRepository models;

    ModelPossessions(ModelRepository models) {
        this.models = models;
    }

    @Override
    public Uni<Map<String, Long>> ownedBy(OrganizationId organization, TeamId team) {
        return models.count(organization, team).map(count -> Map.of("models", count));
    }

    @Override
    public Uni<Void> release(OrganizationId organization, TeamId team) {
        return models.removeSharesWith(organization, team).replaceWithVoid();
    }
}
