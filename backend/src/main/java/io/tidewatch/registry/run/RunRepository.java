package io.tidewatch.registry.run;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.RunDirectory;
import io.tidewatch.registry.VersionLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Runs in PostgreSQL, newest first by their start. */
@ApplicationScoped
class RunRepository implements RunDirectory {

    private final TenantSession sessions;

    RunRepository(TenantSession sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Boolean> exists(OrganizationId organization, ModelId model, UUID run) {
        return find(organization, model, run).map(row -> row != null);
    }

    /** The run with this id; emits null if the model has none. */
    Uni<RunEntity> find(OrganizationId organization, ModelId model, UUID run) {
        return sessions.inOrganization(
                organization,
                session -> session.createQuery("from RunEntity where modelId = :model and id = :id", RunEntity.class)
                        .setParameter("model", model.value())
                        .setParameter("id", run)
                        .getSingleResultOrNull());
    }

    /** The large parts of a run that is known to exist. */
    Uni<RunDetailEntity> detail(OrganizationId organization, UUID run) {
        return sessions.inOrganization(organization, session -> session.find(RunDetailEntity.class, run));
    }

    Uni<Void> insert(OrganizationId organization, RunEntity row, RunDetailEntity detail) {
        return sessions.inOrganization(
                organization,
                session -> session.persist(row)
                        .chain(session::flush)
                        .chain(() -> session.persist(detail))
                        .chain(session::flush));
    }

    /**
     * A page of a model's runs.
     *
     * @param version only runs linked to this version; null for all
     */
    Uni<Page<RunEntity>> page(
            OrganizationId organization,
            ModelId model,
            RunFilter filter,
            @Nullable VersionLink version,
            PageRequest request) {
        return sessions.inOrganization(
                organization,
                session -> query(session, model, filter, version, request)
                        .getResultList()
                        .map(rows -> request.page(rows, row -> List.of(row.startedAt.toString(), row.id.toString()))));
    }

    private static Mutiny.SelectionQuery<RunEntity> query(
            Mutiny.Session session,
            ModelId model,
            RunFilter filter,
            @Nullable VersionLink version,
            PageRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder text = new StringBuilder("from RunEntity r where r.modelId = :model");
        parameters.put("model", model.value());
        if (filter.kind() != null) {
            text.append(" and r.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (filter.status() != null) {
            text.append(" and r.status = :status");
            parameters.put("status", filter.status());
        }
        if (version != null) {
            text.append(
                    version.run() == null
                            ? " and r.versionId = :version"
                            : " and (r.versionId = :version or r.id = :run)");
            parameters.put("version", version.id());
            if (version.run() != null) {
                parameters.put("run", version.run());
            }
        }
        if (!request.isFirst()) {
            text.append(" and (r.startedAt < :before or r.startedAt = :before and r.id < :id)");
            parameters.put("before", request.instant(0));
            parameters.put("id", request.uuid(1));
        }
        text.append(" order by r.startedAt desc, r.id desc");
        var query = session.createQuery(text.toString(), RunEntity.class).setMaxResults(request.limit() + 1);
        parameters.forEach(query::setParameter);
        return query;
    }
}
