package io.tidewatch.health;

import io.smallrye.mutiny.Uni;
import io.tidewatch.health.HealthCheckQueries.Delay;
import io.tidewatch.health.decision.DriftSuggestion;
import io.tidewatch.health.decision.GroundTruthSuggestion;
import io.tidewatch.health.decision.HealthSuggestion;
import io.tidewatch.health.decision.MissingValuesSuggestion;
import io.tidewatch.health.decision.Presence;
import io.tidewatch.health.decision.SilenceSuggestion;
import io.tidewatch.health.decision.VariableFacts;
import io.tidewatch.health.decision.Words;
import io.tidewatch.platform.security.Caller;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suggests health checks from what the events of a model look like. Nothing of it is stored. */
@ApplicationScoped
class SuggestionService {

    // Two weekends, so that a pause over one is seen to come again.
    private static final Duration LOOK_BACK = Duration.ofDays(14);

    private final TenantSession sessions;
    private final ModelService models;
    private final ModelVersionService versions;
    private final BaselineService baselines;
    private final HealthCheckQueries queries;
    private final Clock clock;

    SuggestionService(
            TenantSession sessions,
            ModelService models,
            ModelVersionService versions,
            BaselineService baselines,
            HealthCheckQueries queries,
            Clock clock) {
        this.sessions = sessions;
        this.models = models;
        this.versions = versions;
        this.baselines = baselines;
        this.queries = queries;
        this.clock = clock;
    }

    /** What fits a model that the caller may read. */
    Uni<HealthSuggestion> suggest(Caller caller, String modelKey) {
        OrganizationId organization = caller.organization();
        Instant now = clock.instant();
        return sessions.inOrganization(
                        organization,
                        session -> models.readable(caller, modelKey)
                                .chain(model -> versions.all(organization, model.id())
                                        .chain(known -> baselines
                                                .inUse(organization, model.id(), null, null)
                                                .map(baseline -> new Registered(model, known, baseline)))))
                .chain(registered -> suggest(organization, registered, now));
    }

    private Uni<HealthSuggestion> suggest(OrganizationId organization, Registered registered, Instant now) {
        ModelId model = registered.model().id();
        Baseline baseline = registered.baseline();
        Uni<Map<String, List<Presence>>> days = baseline == null
                ? Uni.createFrom().item(Map.of())
                : queries.missingByDay(organization, model, baseline);
        return Uni.combine()
                .all()
                .unis(
                        queries.activeMinutes(organization, model, now.minus(LOOK_BACK), now),
                        days,
                        groundTruth(organization, model, now))
                .asTuple()
                .map(found -> {
                    List<VariableFacts> variables = VariableFactsReader.read(
                            registered.model().task(), registered.versions(), registered.baseline());
                    return new HealthSuggestion(
                            SilenceSuggestion.of(found.getItem1()),
                            DriftSuggestion.of(baseline != null, variables),
                            MissingValuesSuggestion.of(baseline != null, variables, found.getItem2()),
                            found.getItem3());
                });
    }

    private Uni<GroundTruthSuggestion> groundTruth(OrganizationId organization, ModelId model, Instant now) {
        Instant from = now.minus(LOOK_BACK);
        return queries.delay(organization, model, from, now).chain(found -> {
            Delay delay = found.orElse(new Delay(0, Duration.ZERO));
            Uni<List<GroundTruthSuggestion.Day>> days = delay.truths() == 0
                    ? Uni.createFrom().item(List.of())
                    : queries.groundTruthByDay(organization, model, from, now.minus(Words.roundUp(delay.usual())));
            return days.map(known -> GroundTruthSuggestion.of(delay.truths(), delay.usual(), known));
        });
    }

    private record Registered(
            RegisteredModel model,
            List<ModelVersion> versions,
            @Nullable Baseline baseline) {}
}
