package io.tidewatch.health;

import io.smallrye.mutiny.Uni;
import io.tidewatch.audit.AuditEvent;
import io.tidewatch.audit.AuditLog;
import io.tidewatch.health.decision.HealthChecks;
import io.tidewatch.platform.http.Revisions;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.profile.Variable;
import io.tidewatch.profile.WatchedVariables;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which health checks of a model are on: what somebody chose, else the usual ones. */
@ApplicationScoped
public class HealthCheckService {

    private final TenantSession sessions;
    private final ModelService models;
    private final ModelVersionService versions;
    private final HealthCheckRepository choices;
    private final AuditLog audit;
    private final Clock clock;

    HealthCheckService(
            TenantSession sessions,
            ModelService models,
            ModelVersionService versions,
            HealthCheckRepository choices,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.models = models;
        this.versions = versions;
        this.choices = choices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is in force for a model. */
    public Uni<HealthCheckChoice> of(OrganizationId organization, ModelId model) {
        return sessions.inOrganization(organization, session -> choices.of(model));
    }

    /** What is in force for a model that the caller may read; fails with {@code model-not-found}. */
    Uni<HealthCheckChoice> get(Caller caller, String modelKey) {
        return sessions.inOrganization(
                caller.organization(),
                session -> models.readable(caller, modelKey).chain(model -> choices.of(model.id())));
    }

    /** Chooses the checks, if {@code ifMatch} names the current revision. */
    Uni<HealthCheckChoice> put(
            Caller caller, String modelKey, PutHealthChecksRequest request, @Nullable String ifMatch) {
        return sessions.inOrganization(
                caller.organization(),
                session -> models.writable(caller, modelKey)
                        .chain(model -> versions.all(caller.organization(), model.id())
                                .map(known -> checks(model, known, request))
                                .chain(checks -> change(caller, model, checks, ifMatch))));
    }

    /** Goes back to the usual checks, if {@code ifMatch} names the current revision. */
    Uni<HealthCheckChoice> reset(Caller caller, String modelKey, @Nullable String ifMatch) {
        return sessions.inOrganization(
                caller.organization(),
                session -> models.writable(caller, modelKey).chain(model -> change(caller, model, null, ifMatch)));
    }

    private Uni<HealthCheckChoice> change(
            Caller caller, RegisteredModel model, @Nullable HealthChecks checks, @Nullable String ifMatch) {
        return models.lock(caller.organization(), model.id())
                .chain(() -> choices.of(model.id()))
                .chain(before -> {
                    Revisions.check(ifMatch, before.revision());
                    if (checks == null
                            ? !before.chosen()
                            : before.chosen() && before.checks().equals(checks)) {
                        return Uni.createFrom().item(before);
                    }
                    return choices.store(
                                    model.id(),
                                    checks,
                                    clock.instant(),
                                    caller.actor().id())
                            .call(after -> audit.record(
                                    caller,
                                    AuditEvent.changed(
                                            "health-checks",
                                            model.key(),
                                            HealthChecksState.of(before),
                                            HealthChecksState.of(after))));
                });
    }

    private static HealthChecks checks(
            RegisteredModel model, List<ModelVersion> known, PutHealthChecksRequest request) {
        List<Variable> variables = WatchedVariables.of(model.task(), known, null);
        return request.toChecks(names(variables, false), names(variables, true));
    }

    private static Set<String> names(List<Variable> variables, boolean outputs) {
        return variables.stream()
                .filter(variable -> variable.isPrediction() == outputs)
                .map(Variable::name)
                .collect(Collectors.toSet());
    }

    /** A choice as the audit keeps it. */
    record HealthChecksState(boolean chosen, HealthCheckSettings checks) {

        static HealthChecksState of(HealthCheckChoice choice) {
            return new HealthChecksState(choice.chosen(), HealthCheckSettings.from(choice.checks()));
        }
    }
}
