package io.tidewatch.registry.run;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.platform.paging.Page;
import io.tidewatch.platform.paging.PageRequest;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import io.tidewatch.registry.VersionLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of models: logged once, when they have ended, and never changed. */
@ApplicationScoped
public class RunService {

    private final TenantSession sessions;
    private final ModelService models;
    private final ModelVersionService versions;
    private final RunRepository runs;
    private final StoredRun stored;
    private final AuditLog audit;
    private final Clock clock;

    RunService(
            TenantSession sessions,
            ModelService models,
            ModelVersionService versions,
            RunRepository runs,
            StoredRun stored,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.models = models;
        this.versions = versions;
        this.runs = runs;
        this.stored = stored;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the runs of a model that the caller may read, newest first. */
    Uni<Page<Run>> page(Caller caller, String modelKey, RunFilter filter, PageRequest request) {
        OrganizationId organization = caller.organization();
        return sessions.inOrganization(
                organization,
                session -> models.readable(caller, modelKey)
                        .chain(model -> version(organization, model.id(), filter.version())
                                .chain(version -> version == null && filter.version() != null
                                        ? Uni.createFrom().item(new Page<RunEntity>(List.of(), null))
                                        : runs.page(organization, model.id(), filter, version, request))
                                .chain(page -> withVersions(organization, model.id(), page))));
    }

    /** One run of a model that the caller may read; fails with {@code run-not-found}. */
    Uni<RunDetail> get(Caller caller, String modelKey, UUID id) {
        OrganizationId organization = caller.organization();
        return sessions.inOrganization(
                organization,
                session -> models.readable(caller, modelKey)
                        .chain(model -> runs.find(organization, model.id(), id)
                                .onItem()
                                .ifNull()
                                .failWith(RunService::notFound)
                                .chain(row -> detail(organization, model.id(), row))));
    }

    /** Logs a run. Logging the same again answers the first one; another one under the same id is a conflict. */
    Uni<RunDetail> create(Caller caller, String modelKey, CreateRunRequest request) {
        OrganizationId organization = caller.organization();
        return sessions.inOrganization(
                organization,
                session -> models.writable(caller, modelKey).chain(model -> {
                    RunRules.check(request, clock.instant());
                    return models.lock(organization, model.id())
                            .chain(() -> runs.find(organization, model.id(), request.id()))
                            .chain(known -> known == null
                                    ? insert(caller, model, request)
                                    : Uni.createFrom().item(sameAs(known, request)))
                            .chain(row -> detail(organization, model.id(), row));
                }));
    }

    private RunEntity sameAs(RunEntity known, CreateRunRequest request) {
        if (!MessageDigest.isEqual(known.contentHash, stored.hash(request))) {
            throw ErrorCode.ALREADY_EXISTS.problem("The model has another run with this id.");
        }
        return known;
    }

    private Uni<RunEntity> insert(Caller caller, RegisteredModel model, CreateRunRequest request) {
        OrganizationId organization = caller.organization();
        return version(organization, model.id(), request.version()).chain(version -> {
            if (version == null && request.version() != null) {
                throw ErrorCode.VALIDATION_FAILED
                        .problem()
                        .violation("version", "unknown", "is not a registered version of this model");
            }
            RunEntity row = stored.row(
                    request,
                    model.id(),
                    version == null ? null : version.id(),
                    clock.instant(),
                    caller.actor().name());
            return runs.insert(organization, row, stored.detailRow(request))
                    .chain(() -> audit.record(
                            caller, AuditEvent.created("run", model.key() + "/" + row.id, summary(request))))
                    .replaceWith(row);
        });
    }

    private Uni<VersionLink> version(OrganizationId organization, ModelId model, @Nullable String name) {
        return name == null ? Uni.createFrom().nullItem() : versions.link(organization, model, name);
    }

    private Uni<RunDetail> detail(OrganizationId organization, ModelId model, RunEntity row) {
        return withVersions(organization, model, new Page<>(List.of(row), null))
                .chain(page -> runs.detail(organization, row.id)
                        .map(large -> stored.detail(page.items().getFirst(), large)));
    }

    private Uni<Page<Run>> withVersions(OrganizationId organization, ModelId model, Page<RunEntity> page) {
        List<UUID> runIds = page.items().stream().map(row -> row.id).toList();
        List<UUID> versionIds = page.items().stream()
                .flatMap(row -> Stream.ofNullable(row.versionId))
                .toList();
        return versions.links(organization, model, runIds, versionIds)
                .map(links -> page.map(row -> stored.run(row, names(row, links))));
    }

    private static List<String> names(RunEntity row, List<VersionLink> links) {
        return links.stream()
                .filter(link -> link.id().equals(row.versionId) || row.id.equals(link.run()))
                .map(VersionLink::version)
                .toList();
    }

    private static ProblemException notFound() {
        return ErrorCode.RUN_NOT_FOUND.problem("The model has no such run.");
    }

    private static Map<String, Object> summary(CreateRunRequest request) {
        return Map.of(
                "kind",
                request.kind(),
                "status",
                request.status(),
                "name",
                request.name() == null ? "" : request.name(),
                "metrics",
                request.metricsOrNone());
    }
}
