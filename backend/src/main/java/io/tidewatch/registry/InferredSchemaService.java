package io.tidewatch.registry;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.registry.decision.VersionEvidence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Schemas that come from the events themselves: the first events of a model without versions register theirs, later ones
 * let it grow, and a person confirms or corrects it. Events stay readable under the schema that they were stored with.
 */
@ApplicationScoped
public class InferredSchemaService {

    private static final int MAX_VERSIONS_AT_ONCE = 5;
    // Each one is kept in the row of the version. After so many, only a person changes the schema.
    private static final int MAX_EARLIER = 100;

    private final TenantSession sessions;
    private final ModelService models;
    private final VersionStore versions;
    private final AuditLog audit;
    private final Event<VersionRegistered> registered;

    InferredSchemaService(
            TenantSession sessions,
            ModelService models,
            VersionStore versions,
            AuditLog audit,
            Event<VersionRegistered> registered) {
        this.sessions = sessions;
        this.models = models;
        this.versions = versions;
        this.audit = audit;
        this.registered = registered;
    }

    /** True if events of such a model may change a schema: it has no version, or one that is not settled. */
    public static boolean isOpen(Map<String, ModelVersion> known) {
        return known.isEmpty() || known.values().stream().anyMatch(ModelVersion::isInferred);
    }

    /** True if the events seen need nothing that the versions do not have. */
    public static boolean isCovered(
            ModelTask task, Map<String, ModelVersion> known, Map<String, VersionEvidence> seen) {
        return seen.entrySet().stream().allMatch(entry -> {
            ModelVersion version = known.get(entry.getKey());
            return version == null
                    ? !known.isEmpty()
                    : !version.isInferred()
                            || version.earlierSchemas().size() >= MAX_EARLIER
                            || InferredSchema.covers(task, version, entry.getValue());
        });
    }

    /**
     * Makes the schemas take the events seen, and returns all versions of the model.
     *
     * @param seen evidence by name of the version
     */
    public Uni<List<ModelVersion>> learn(Caller caller, String modelKey, Map<String, VersionEvidence> seen) {
        return sessions.inOrganization(
                        caller.organization(),
                        session -> models.writable(caller, modelKey)
                                .call(model -> models.lock(caller.organization(), model.id()))
                                .chain(model -> versions.all(session, model.id())
                                        .map(all -> all.stream()
                                                .collect(Collectors.toMap(ModelVersion::version, Function.identity())))
                                        .chain(known -> apply(session, caller, model, known, seen))
                                        .chain(() -> versions.all(session, model.id()))))
                .invoke(all -> seen.keySet().stream()
                        .limit(1)
                        .forEach(version ->
                                registered.fire(new VersionRegistered(caller.organization(), modelKey, version))));
    }

    /**
     * Settles an inferred schema as the request says; fails with {@code version-not-found}, {@code schema-settled} or {@code
     * validation-failed}.
     */
    Uni<ModelVersion> confirm(Caller caller, String modelKey, String name, ConfirmSchemaRequest request) {
        return sessions.inOrganization(
                        caller.organization(),
                        session -> models.writable(caller, modelKey)
                                .call(model -> models.lock(caller.organization(), model.id()))
                                .chain(model -> {
                                    OutputSchema output = VersionRules.check(request.asVersion(name), model.task());
                                    return versions.all(session, model.id())
                                            .map(all -> open(all, name))
                                            .chain(version -> settle(session, caller, model, version, request, output));
                                }))
                .invoke(version ->
                        registered.fire(new VersionRegistered(caller.organization(), modelKey, version.version())));
    }

    private static ModelVersion open(List<ModelVersion> all, String name) {
        ModelVersion version = all.stream()
                .filter(candidate -> candidate.version().equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.VERSION_NOT_FOUND.problem("The model has no version '" + name + "'."));
        if (!version.isInferred()) {
            throw ErrorCode.SCHEMA_SETTLED.problem();
        }
        return version;
    }

    private Uni<ModelVersion> settle(
            Mutiny.Session session,
            Caller caller,
            RegisteredModel model,
            ModelVersion version,
            ConfirmSchemaRequest request,
            OutputSchema output) {
        List<Feature> features = request.features().stream()
                .map(CreateVersionRequest.FeatureRequest::toDomain)
                .toList();
        return versions.replace(
                        session, model.id(), version, new InferredSchema(features, output), SchemaState.CONFIRMED)
                .call(settled -> record(caller, model, "version.schema-confirmed", version, settled));
    }

    private Uni<Void> apply(
            Mutiny.Session session,
            Caller caller,
            RegisteredModel model,
            Map<String, ModelVersion> known,
            Map<String, VersionEvidence> seen) {
        List<Map.Entry<String, VersionEvidence>> changes = new ArrayList<>();
        seen.entrySet().stream()
                .filter(entry -> !isCovered(model.task(), known, Map.of(entry.getKey(), entry.getValue())))
                .limit(MAX_VERSIONS_AT_ONCE)
                .forEach(changes::add);
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Map.Entry<String, VersionEvidence> change : changes) {
            done = done.chain(() -> apply(session, caller, model, known.get(change.getKey()), change));
        }
        return done;
    }

    private Uni<Void> apply(
            Mutiny.Session session,
            Caller caller,
            RegisteredModel model,
            @Nullable ModelVersion before,
            Map.Entry<String, VersionEvidence> change) {
        InferredSchema next = InferredSchema.of(model.task(), before, change.getValue());
        if (before == null) {
            return versions.addInferred(session, model.id(), change.getKey(), next)
                    .call(version -> record(caller, model, "version.inferred", null, version))
                    .replaceWithVoid();
        }
        return versions.replace(session, model.id(), before, next, SchemaState.INFERRED)
                .call(version -> record(caller, model, "version.schema-grown", before, version))
                .replaceWithVoid();
    }

    private Uni<Void> record(
            Caller caller, RegisteredModel model, String action, @Nullable ModelVersion before, ModelVersion after) {
        return audit.record(
                caller,
                new AuditEvent(
                        action,
                        "version",
                        model.key() + "/" + after.version(),
                        before == null ? null : types(before),
                        types(after)));
    }

    private static Map<String, Object> types(ModelVersion version) {
        return version.schema().features().stream()
                .collect(Collectors.toMap(
                        PositionedFeature::name, PositionedFeature::type, (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
