package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.security.TeamId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Group mappings of the organization whose transaction is open. */
@ApplicationScoped
class GroupMappingRepository implements PanacheRepositoryBase<GroupMappingEntity, UUID> {

    Uni<List<GroupMappingEntity>> sorted() {
        return listAll(Sort.by("issuer", "groupName", "id"));
    }

    Uni<List<GroupMappingEntity>> ofTeam(TeamId team) {
        return list("teamId", team.value());
    }

    Uni<List<GroupMappingEntity>> ofGroup(String issuer, String group) {
        return list("issuer = ?1 and groupName = ?2", issuer, group);
    }
}
