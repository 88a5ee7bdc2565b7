package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** API keys of the organization whose transaction is open. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, String> {

    /** Keys of these teams by id: one row more than the page if there are more. */
    Uni<List<ApiKeyEntity>> ofTeams(Set<UUID> teams, PageRequest request) {
        return find("teamId in ?1 and id > ?2 order by id", teams, request.isFirst() ? "" : request.text(0))
                .range(0, request.limit())
                .list();
    }

    Uni<Void> noteUse(String id, Instant at) {
        return update("lastUsedAt = ?1 where id = ?2", at, id).replaceWithVoid();
    }
}
