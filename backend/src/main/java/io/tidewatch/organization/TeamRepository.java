package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Teams of the organization whose transaction is open. */
@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<TeamEntity, UUID> {

    Uni<List<TeamEntity>> sorted() {
        return listAll(Sort.by("key"));
    }

    /** The team with this key, or null. */
    Uni<TeamEntity> byKey(String key) {
        return find("key", key).firstResult();
    }
}
