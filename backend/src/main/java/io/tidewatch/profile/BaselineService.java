package io.tidewatch.profile;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Baselines of models: pinned once, never changed, the newest in use. */
@ApplicationScoped
public class BaselineService {

    private final ModelService models;
    private final BaselineRepository baselines;
    private final BaselineQueries queries;
    private final BaselineCache cache;
    private final BaselinePinner pinner;
    private final TenantSession sessions;
    private final AuditLog audit;

    BaselineService(
            ModelService models,
            BaselineRepository baselines,
            BaselineQueries queries,
            BaselineCache cache,
            BaselinePinner pinner,
            TenantSession sessions,
            AuditLog audit) {
        this.models = models;
        this.baselines = baselines;
        this.queries = queries;
        this.cache = cache;
        this.pinner = pinner;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The baselines of a model that the caller may read, newest first. */
    Uni<Page<Baseline>> page(Caller caller, String modelKey, PageRequest request) {
        return models.readable(caller, modelKey)
                .chain(model -> baselines.page(caller.organization(), model.id(), request));
    }

    /** A baseline of a model that the caller may read; fails with {@code baseline-not-found}. */
    Uni<Baseline> get(Caller caller, String modelKey, BaselineId id) {
        return models.readable(caller, modelKey).chain(model -> find(caller.organization(), model.id(), id));
    }

    /** Pins a baseline; fails with {@code validation-failed} if the window holds no prediction. */
    Uni<Baseline> pin(Caller caller, String modelKey, PinBaseline command) {
        return models.writable(caller, modelKey)
                .chain(model -> pinner.prepare(caller, model, command)
                        .chain(baseline -> sessions.inOrganization(
                                caller.organization(),
                                session -> baselines
                                        .insert(caller.organization(), model.id(), baseline)
                                        .call(() -> audit.record(
                                                caller,
                                                AuditEvent.created(
                                                        "baseline",
                                                        modelKey + "/" + baseline.id(),
                                                        summary(baseline)))))));
    }

    /**
     * The baseline with this id; without one the newest of the version, else the newest of the model. Emits null if the
     * model has none.
     *
     * @param id fails with {@code baseline-not-found} if the model has no such baseline
     */
    public Uni<Baseline> inUse(
            OrganizationId organization, ModelId model, @Nullable String version, @Nullable BaselineId id) {
        return id == null ? baselines.current(organization, model, version) : find(organization, model, id);
    }

    /** The content of a baseline. */
    public Uni<BaselineContent> content(OrganizationId organization, ModelId model, Baseline baseline) {
        BaselineContent known = cache.get(baseline.id());
        return known != null
                ? Uni.createFrom().item(known)
                : queries.content(organization, model, baseline).invoke(cache::put);
    }

    private Uni<Baseline> find(OrganizationId organization, ModelId model, BaselineId id) {
        return baselines.find(organization, model, id).onItem().ifNull().failWith(BaselineService::notFound);
    }

    private static ProblemException notFound() {
        return ErrorCode.BASELINE_NOT_FOUND.problem("The model has no such baseline.");
    }

    private static Map<String, Object> summary(Baseline baseline) {
        return Map.of(
                "name",
                baseline.name(),
                "from",
                baseline.from().toString(),
                "to",
                baseline.to().toString(),
                "predictionCount",
                baseline.predictionCount());
    }
}
