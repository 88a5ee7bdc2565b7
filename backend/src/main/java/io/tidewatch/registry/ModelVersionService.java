package io.tidewatch.registry;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The versions of models. A version never changes, and the place of a feature is the same in all of them. */
@ApplicationScoped
public class ModelVersionService {

    private final TenantSession sessions;
    private final ModelService models;
    private final StoredSchema stored;
    private final RunDirectory runs;
    private final AuditLog audit;
    private final Clock clock;
    private final Event<VersionRegistered> registered;

    ModelVersionService(
            TenantSession sessions,
            ModelService models,
            StoredSchema stored,
            RunDirectory runs,
            AuditLog audit,
            Clock clock,
            Event<VersionRegistered> registered) {
        this.sessions = sessions;
        this.models = models;
        this.stored = stored;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
        this.registered = registered;
    }

    /** All versions of a model, oldest first. */
    public Uni<List<ModelVersion>> all(OrganizationId organization, ModelId model) {
        return sessions.inOrganization(
                        organization,
                        session -> session.createQuery(
                                        "from ModelVersionEntity where modelId = :model order by id",
                                        ModelVersionEntity.class)
                                .setParameter("model", model.value())
                                .getResultList())
                .map(rows -> rows.stream().map(stored::toDomain).toList());
    }

    /** A page of the versions of a model that the caller may read, newest first. */
    Uni<Page<ModelVersion>> page(Caller caller, String modelKey, PageRequest request) {
        int newest = request.isFirst() ? Integer.MAX_VALUE : Math.toIntExact(request.number(0));
        return sessions.inOrganization(
                        caller.organization(),
                        session -> models.readable(caller, modelKey)
                                .chain(model -> session.createQuery(
                                                "from ModelVersionEntity where modelId = :model and schemaId < :newest"
                                                        + " order by schemaId desc",
                                                ModelVersionEntity.class)
                                        .setParameter("model", model.id().value())
                                        .setParameter("newest", newest)
                                        .setMaxResults(request.limit() + 1)
                                        .getResultList()))
                .map(rows -> request.page(rows, row -> List.of(Integer.toString(row.schemaId)))
                        .map(stored::toDomain));
    }

    /** One version of a model that the caller may read; fails with {@code version-not-found}. */
    Uni<ModelVersion> get(Caller caller, String modelKey, String version) {
        return sessions.inOrganization(
                        caller.organization(),
                        session -> models.readable(caller, modelKey)
                                .chain(model -> session.createQuery(
                                                "from ModelVersionEntity where modelId = :model and version = :version",
                                                ModelVersionEntity.class)
                                        .setParameter("model", model.id().value())
                                        .setParameter("version", version)
                                        .getSingleResultOrNull()))
                .onItem()
                .ifNull()
                .failWith(() -> ErrorCode.VERSION_NOT_FOUND.problem("The model has no version '" + version + "'."))
                .map(stored::toDomain);
    }

    /** Registers a version. */
    Uni<ModelVersion> create(Caller caller, String modelKey, CreateVersionRequest request) {
        return sessions.inOrganization(
                        caller.organization(),
                        session -> models.writable(caller, modelKey).chain(model -> {
                            OutputSchema output = VersionRules.check(request, model.task());
                            // Versions of one model are registered one after the other: they share places and numbers.
                            return requireRun(caller.organization(), model.id(), request.run())
                                    .chain(() -> models.lock(caller.organization(), model.id()))
                                    .chain(() -> VersionStore.places(session, model.id()))
                                    .chain(places -> VersionStore.nextSchema(session, model.id())
                                            .chain(schemaId ->
                                                    persist(session, model, request, output, schemaId, places)))
                                    .call(version -> audit.record(
                                            caller,
                                            AuditEvent.created(
                                                    "version", modelKey + "/" + version.version(), summary(version))));
                        }))
                .invoke(version ->
                        registered.fire(new VersionRegistered(caller.organization(), modelKey, version.version())));
    }

    /** The versions that these runs made, and those with these ids, without their schemas. */
    public Uni<List<VersionLink>> links(
            OrganizationId organization, ModelId model, Collection<UUID> runIds, Collection<UUID> versionIds) {
        if (runIds.isEmpty() && versionIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sessions.inOrganization(
                        organization,
                        session -> session.createQuery(
                                        "from VersionLinkEntity where modelId = :model"
                                                + " and (runId in :runs or id in :versions) order by schemaId",
                                        VersionLinkEntity.class)
                                .setParameter("model", model.value())
                                .setParameter("runs", runIds)
                                .setParameter("versions", versionIds)
                                .getResultList())
                .map(rows -> rows.stream().map(VersionLinkEntity::toDomain).toList());
    }

    /** The version of this name, without its schema; emits null if the model has none. */
    public Uni<VersionLink> link(OrganizationId organization, ModelId model, String version) {
        return sessions.inOrganization(
                        organization,
                        session -> session.createQuery(
                                        "from VersionLinkEntity where modelId = :model and version = :version",
                                        VersionLinkEntity.class)
                                .setParameter("model", model.value())
                                .setParameter("version", version)
                                .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(VersionLinkEntity::toDomain);
    }

    private Uni<Void> requireRun(OrganizationId organization, ModelId model, @Nullable UUID run) {
        if (run == null) {
            return Uni.createFrom().voidItem();
        }
        return runs.exists(organization, model, run)
                .invoke(known -> {
                    if (!known) {
                        throw ErrorCode.VALIDATION_FAILED
                                .problem()
                                .violation("run", "unknown", "is not a run of this model: log the run first");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<ModelVersion> persist(
            Mutiny.Session session,
            RegisteredModel model,
            CreateVersionRequest request,
            OutputSchema output,
            int schemaId,
            FeaturePlaces places) {
        List<PositionedFeature> features = request.schema().features().stream()
                .map(CreateVersionRequest.FeatureRequest::toDomain)
                .map(places::place)
                .toList();
        ModelVersionEntity entity = new ModelVersionEntity();
        entity.modelId = model.id().value();
        entity.version = request.version();
        entity.description = request.description();
        entity.schemaId = schemaId;
        entity.schema = stored.features(features);
        entity.output = stored.output(output);
        entity.parameters = json(request.parameters());
        entity.metrics = json(request.metrics());
        if (request.trainedOn() != null) {
            entity.trainedFrom = request.trainedOn().from();
            entity.trainedTo = request.trainedOn().to();
        }
        entity.runId = request.run();
        entity.createdAt = clock.instant();
        entity.schemaState = SchemaState.DECLARED;
        entity.earlierSchemas = stored.earlier(List.of());
        return session.persistAll(places.added().toArray())
                .chain(() -> session.persist(entity))
                .call(session::flush)
                .replaceWith(() -> stored.toDomain(entity));
    }

    private static JsonObject json(@Nullable Map<String, Object> values) {
        return new JsonObject(values == null ? new LinkedHashMap<>() : new LinkedHashMap<>(values));
    }

    private static Map<String, Object> summary(ModelVersion version) {
        return Map.of(
                "version",
                version.version(),
                "features",
                version.schema().features().stream()
                        .map(PositionedFeature::name)
                        .toList());
    }
}
