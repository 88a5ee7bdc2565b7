package io.tidewatch.registry;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.security.TeamId;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Models and shares in PostgreSQL. */
@ApplicationScoped
class ModelRepository {

    private final TenantSession sessions;

    ModelRepository(TenantSession sessions) {
        this.sessions = sessions;
    }

    /** The model with this key; emits null if there is none. */
    Uni<RegisteredModel> find(OrganizationId organization, String key) {
        return sessions.inOrganization(
                organization,
                session -> entity(session, key)
                        .chain(entity -> entity == null
                                ? Uni.createFrom().nullItem()
                                : shares(session, List.of(entity.id)).map(shares -> toDomain(entity, shares))));
    }

    /** The row of a model that is known to exist, inside an open transaction. */
    Uni<RegisteredModelEntity> entity(OrganizationId organization, String key) {
        return sessions.inOrganization(organization, session -> entity(session, key));
    }

    Uni<Page<RegisteredModel>> page(OrganizationId organization, ModelFilter filter, PageRequest request) {
        return sessions.inOrganization(
                organization,
                session -> query(session, filter, request).getResultList().chain(rows -> {
                    Page<RegisteredModelEntity> page = request.page(rows, row -> List.of(row.key));
                    List<UUID> ids = page.items().stream().map(row -> row.id).toList();
                    return shares(session, ids).map(shares -> page.map(row -> toDomain(row, shares)));
                }));
    }

    /** Every model, sorted by key. */
    Uni<List<RegisteredModel>> all(OrganizationId organization) {
        return sessions.inOrganization(
                organization,
                session -> session.createQuery("from RegisteredModelEntity order by key", RegisteredModelEntity.class)
                        .getResultList()
                        .chain(rows -> shares(
                                        session,
                                        rows.stream().map(row -> row.id).toList())
                                .map(shares -> rows.stream()
                                        .map(row -> toDomain(row, shares))
                                        .toList())));
    }

    /** How many models a team owns. */
    Uni<Long> count(OrganizationId organization, TeamId team) {
        return sessions.inOrganization(
                organization,
                session -> session.createQuery(
                                "from RegisteredModelEntity where teamId = :team", RegisteredModelEntity.class)
                        .setParameter("team", team.value())
                        .getResultCount());
    }

    /** Takes every model back that is shared with a team; returns how many. */
    Uni<Integer> removeSharesWith(OrganizationId organization, TeamId team) {
        return sessions.inOrganization(
                organization,
                session -> session.createMutationQuery("delete ModelShareEntity where teamId = :team")
                        .setParameter("team", team.value())
                        .executeUpdate());
    }

    /** Returns how many shares were removed. */
    Uni<Integer> removeShare(OrganizationId organization, ModelId model, TeamId team) {
        return sessions.inOrganization(
                organization,
                session -> session.createMutationQuery(
                                "delete ModelShareEntity where modelId = :model and teamId = :team")
                        .setParameter("model", model.value())
                        .setParameter("team", team.value())
                        .executeUpdate());
    }

    private static Uni<RegisteredModelEntity> entity(Mutiny.Session session, String key) {
        return session.createQuery("from RegisteredModelEntity where key = :key", RegisteredModelEntity.class)
                .setParameter("key", key)
                .getSingleResultOrNull();
    }

    private static Mutiny.SelectionQuery<RegisteredModelEntity> query(
            Mutiny.Session session, ModelFilter filter, PageRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder text = new StringBuilder("from RegisteredModelEntity m where true");
        if (!filter.all()) {
            text.append(" and (m.teamId in :readers or exists (")
                    .append("from ModelShareEntity s where s.modelId = m.id and s.teamId in :readers))");
            parameters.put("readers", ids(filter.readers()));
        }
        if (!filter.owners().isEmpty()) {
            text.append(" and m.teamId in :owners");
            parameters.put("owners", ids(filter.owners()));
        }
        if (filter.search() != null && !filter.search().isBlank()) {
            text.append(" and (lower(m.key) like :search escape '!' or lower(m.name) like :search escape '!')");
            parameters.put("search", pattern(filter.search()));
        }
        if (!request.isFirst()) {
            text.append(" and m.key > :after");
            parameters.put("after", request.position().getFirst());
        }
        text.append(" order by m.key");
        var query = session.createQuery(text.toString(), RegisteredModelEntity.class)
                .setMaxResults(request.limit() + 1);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static List<UUID> ids(Collection<TeamId> teams) {
        return teams.stream().map(TeamId::value).toList();
    }

    private static String pattern(String search) {
        String escaped = search.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }

    private static Uni<Map<UUID, Set<TeamId>>> shares(Mutiny.Session session, List<UUID> models) {
        if (models.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createQuery("from ModelShareEntity where modelId in :models", ModelShareEntity.class)
                .setParameter("models", models)
                .getResultList()
                .map(rows -> {
                    Map<UUID, Set<TeamId>> byModel = new HashMap<>();
                    for (ModelShareEntity row : rows) {
                        byModel.computeIfAbsent(row.modelId, ignored -> new HashSet<>())
                                .add(new TeamId(row.teamId));
                    }
                    return byModel;
                });
    }

    private static RegisteredModel toDomain(RegisteredModelEntity entity, Map<UUID, Set<TeamId>> shares) {
        return entity.toDomain(shares.getOrDefault(entity.id, Set.of()));
    }
}
