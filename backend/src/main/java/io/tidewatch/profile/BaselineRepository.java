package io.tidewatch.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.registry.ModelId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Baselines in PostgreSQL. Ids are of version 7, so their order is that of pinning. */
@ApplicationScoped
class BaselineRepository {

    private static final String NEWEST = "from BaselineEntity where modelId = :model%s order by id desc";

    private final TenantSession sessions;
    private final ObjectMapper json;

    BaselineRepository(TenantSession sessions, ObjectMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    Uni<Page<Baseline>> page(OrganizationId organization, ModelId model, PageRequest request) {
        return sessions.inOrganization(
                organization,
                session -> newest(session, model)
                        .chain(newest ->
                                page(session, model, request).map(page -> page.map(row -> toDomain(row, newest)))));
    }

    /** One baseline; emits null if the model has none with this id. */
    Uni<Baseline> find(OrganizationId organization, ModelId model, BaselineId id) {
        return sessions.inOrganization(
                organization,
                session -> session.createQuery(
                                "from BaselineEntity where modelId = :model and id = :id", BaselineEntity.class)
                        .setParameter("model", model.value())
                        .setParameter("id", id.value())
                        .getSingleResultOrNull()
                        .chain(row -> row == null
                                ? Uni.createFrom().nullItem()
                                : newest(session, model).map(newest -> toDomain(row, newest))));
    }

    /** The newest baseline of the version, else of the model; emits null if there is none. */
    Uni<Baseline> current(OrganizationId organization, ModelId model, @Nullable String version) {
        return sessions.inOrganization(
                organization,
                session -> newest(session, model)
                        .chain(newest -> newest == null
                                ? Uni.createFrom().nullItem()
                                : ofVersion(session, model, version)
                                        .map(own -> toDomain(own == null ? newest : own, newest))));
    }

    Uni<Baseline> insert(OrganizationId organization, ModelId model, Baseline baseline) {
        BaselineEntity entity = new BaselineEntity();
        entity.id = baseline.id().value();
        entity.modelId = model.value();
        entity.name = baseline.name();
        entity.version = baseline.version();
        entity.environment = baseline.environment();
        entity.from = baseline.from();
        entity.to = baseline.to();
        entity.predictionCount = baseline.predictionCount();
        entity.profile = toJson(new StoredProfile(baseline.blockSeconds(), baseline.profiles()));
        entity.pinnedAt = baseline.pinnedAt();
        entity.pinnedBy = baseline.pinnedBy();
        return sessions.inOrganization(
                organization,
                session -> session.persist(entity).call(session::flush).replaceWith(baseline));
    }

    private static Uni<BaselineEntity> ofVersion(Mutiny.Session session, ModelId model, @Nullable String version) {
        if (version == null) {
            return Uni.createFrom().nullItem();
        }
        return session.createQuery(NEWEST.formatted(" and version = :version"), BaselineEntity.class)
                .setParameter("model", model.value())
                .setParameter("version", version)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private static Uni<BaselineEntity> newest(Mutiny.Session session, ModelId model) {
        return session.createQuery(NEWEST.formatted(""), BaselineEntity.class)
                .setParameter("model", model.value())
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private static Uni<Page<BaselineEntity>> page(Mutiny.Session session, ModelId model, PageRequest request) {
        var query = request.isFirst()
                ? session.createQuery(NEWEST.formatted(""), BaselineEntity.class)
                : session.createQuery(NEWEST.formatted(" and id < :before"), BaselineEntity.class)
                        .setParameter("before", request.uuid(0));
        return query.setParameter("model", model.value())
                .setMaxResults(request.limit() + 1)
                .getResultList()
                .map(rows -> request.page(rows, row -> List.of(row.id.toString())));
    }

    private Baseline toDomain(BaselineEntity row, @Nullable BaselineEntity newest) {
        StoredProfile profile = json.convertValue(row.profile.getMap(), StoredProfile.class);
        UUID current = newest == null ? null : newest.id;
        return new Baseline(
                new BaselineId(row.id),
                row.name,
                row.version,
                row.environment,
                row.from,
                row.to,
                row.predictionCount,
                row.pinnedAt,
                row.pinnedBy,
                profile.blockSeconds(),
                row.id.equals(current),
                profile.variables());
    }

    @SuppressWarnings("unchecked")
    private JsonObject toJson(StoredProfile profile) {
        return new JsonObject((Map<String, Object>) json.convertValue(profile, Map.class));
    }

    /** The column {@code profile}. */
    private record StoredProfile(long blockSeconds, List<VariableProfile> variables) {}
}
