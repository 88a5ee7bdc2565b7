package io.tidewatch.onboarding;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.health.HealthCheckChoice;
import io.tidewatch.health.HealthCheckService;
import io.tidewatch.onboarding.decision.Coverage;
import io.tidewatch.onboarding.decision.SetupFacts;
import io.tidewatch.onboarding.decision.SetupProgress;
import io.tidewatch.onboarding.decision.SetupStep;
import io.tidewatch.organization.TeamKeys;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.profile.Baseline;
import io.tidewatch.profile.BaselineService;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how far the setup of a model is. Nothing of it is stored but the steps that somebody skipped. */
@ApplicationScoped
class SetupService {

    private final TenantSession sessions;
    private final ModelService models;
    private final ModelVersionService versions;
    private final TeamKeys keys;
    private final BaselineService baselines;
    private final HealthCheckService checks;
    private final SetupQueries queries;
    private final SkipRepository skips;
    private final AuditLog audit;
    private final Clock clock;

    SetupService(
            TenantSession sessions,
            ModelService models,
            ModelVersionService versions,
            TeamKeys keys,
            BaselineService baselines,
            HealthCheckService checks,
            SetupQueries queries,
            SkipRepository skips,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.models = models;
        this.versions = versions;
        this.keys = keys;
        this.baselines = baselines;
        this.checks = checks;
        this.queries = queries;
        this.skips = skips;
        this.audit = audit;
        this.clock = clock;
    }

    /** The setup of a model that the caller may read. */
    Uni<Setup> setup(Caller caller, String modelKey) {
        OrganizationId organization = caller.organization();
        return sessions.inOrganization(
                        organization,
                        session -> models.readable(caller, modelKey)
                                .chain(model -> keys.usable(organization, model.team(), Scope.INGEST)
                                        .chain(usable -> versions.all(organization, model.id())
                                                .chain(known -> baselines
                                                        .inUse(organization, model.id(), null, null)
                                                        .chain(baseline -> skips.of(model.id())
                                                                .chain(skipped -> checks.of(organization, model.id())
                                                                        .map(choice -> new Registered(
                                                                                model, usable, known, baseline, skipped,
                                                                                choice))))))))
                .chain(registered -> events(organization, registered.model().id(), clock.instant())
                        .map(events -> setup(registered, events)));
    }

    /** Leaves a step out for now. */
    Uni<Void> skip(Caller caller, String modelKey, SetupStep step) {
        if (!step.canBeSkipped()) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation("step", "required", "nothing can be watched without this step");
        }
        return sessions.inOrganization(
                caller.organization(),
                session -> models.writable(caller, modelKey)
                        .call(model -> models.lock(caller.organization(), model.id()))
                        .chain(model -> skips.of(model.id())
                                .chain(skipped -> skipped.contains(step)
                                        ? Uni.createFrom().voidItem()
                                        : skips.persist(row(caller, model, step))
                                                .chain(() -> audit.record(
                                                        caller,
                                                        event("model.setup-step-skipped", modelKey, step, true))))));
    }

    /** Takes a skipped step up again. */
    Uni<Void> resume(Caller caller, String modelKey, SetupStep step) {
        return sessions.inOrganization(
                caller.organization(),
                session -> models.writable(caller, modelKey)
                        .chain(model -> skips.remove(model.id(), step))
                        .chain(removed -> removed == 0
                                ? Uni.createFrom().voidItem()
                                : audit.record(caller, event("model.setup-step-resumed", modelKey, step, false))));
    }

    private Uni<Events> events(OrganizationId organization, ModelId model, Instant now) {
        return queries.predictions(organization, model, now).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Events.NONE);
            }
            return queries.groundTruths(organization, model, now)
                    .chain(truths -> queries.extraFeatures(
                                    organization, model, found.get().last())
                            .map(extra -> new Events(found, truths, extra)));
        });
    }

    private static Setup setup(Registered registered, Events events) {
        SetupFacts facts = SetupFactsReader.read(
                registered.usableKeys(),
                events.predictions().orElse(null),
                events.groundTruths(),
                events.extraFeatures(),
                registered.versions(),
                registered.baseline(),
                registered.choice());
        return new Setup(
                facts,
                events.predictions().orElse(null),
                SetupProgress.of(facts, registered.skipped()),
                Coverage.of(facts));
    }

    private SkipEntity row(Caller caller, RegisteredModel model, SetupStep step) {
        SkipEntity row = new SkipEntity();
        row.modelId = model.id().value();
        row.step = step;
        row.skippedAt = clock.instant();
        row.skippedBy = caller.actor().id();
        return row;
    }

    private static AuditEvent event(String action, String modelKey, SetupStep step, boolean skipped) {
        String name = SetupResponse.name(step);
        return new AuditEvent(
                action,
                "model",
                modelKey,
                Map.of("step", name, "skipped", !skipped),
                Map.of("step", name, "skipped", skipped));
    }

    private record Registered(
            RegisteredModel model,
            int usableKeys,
            List<ModelVersion> versions,
            @Nullable Baseline baseline,
            Set<SetupStep> skipped,
            HealthCheckChoice choice) {}

    private record Events(Optional<PredictionFacts> predictions, long groundTruths, List<String> extraFeatures) {

        static final Events NONE = new Events(Optional.empty(), 0, List.of());
    }
}
