package io.tidewatch.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.TeamId;
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

    /** How many keys of a team work at this moment. */
    Uni<Long> countWorking(TeamId team, Instant now) {
        return count("teamId = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)", team.value(), now);
    }

    /** Removes the keys of a team and their limits. */
    Uni<Void> removeAllOf(TeamId team) {
        return getSession()
                .chain(session -> session.createMutationQuery("delete QuotaEntity where apiKeyId in"
                                + " (select k.id from ApiKeyEntity k where k.teamId = :team)")
                        .setParameter("team", team.value())
                        .executeUpdate())
                .chain(() -> delete("teamId", team.value()))
                .replaceWithVoid();
    }

    Uni<Void> noteUse(String id, boolean previousSecret, Instant at) {
        String change = previousSecret ? "lastUsedAt = ?1, previousSecretUsedAt = ?1" : "lastUsedAt = ?1";
        return update(change + " where id = ?2", at, id).replaceWithVoid();
    }
}
