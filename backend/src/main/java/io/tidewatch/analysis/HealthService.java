package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.analysis.AnalysisQueries.Latest;
import io.tidewatch.health.HealthCheckChoice;
import io.tidewatch.health.HealthCheckEvaluation;
import io.tidewatch.health.HealthCheckService;
import io.tidewatch.health.decision.CheckKind;
import io.tidewatch.health.decision.CheckOutcome;
import io.tidewatch.health.decision.CheckStatus;
import io.tidewatch.health.decision.HealthVerdict;
import io.tidewatch.platform.security.Caller;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.Baseline;
import io.tidewatch.profile.BaselineService;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.ModelId;
import io.tidewatch.registry.ModelService;
import io.tidewatch.registry.ModelVersionService;
import io.tidewatch.registry.RegisteredModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How models are: what the checks that are on find, by default freshness and drift of the last 24 hours. An answer is used
 * again for some seconds, because lists of models ask for many of them.
 */
@ApplicationScoped
class HealthService {

    private static final Duration WINDOW = Duration.ofHours(24);
    // Looked at one after the other for the newest prediction, so that an active model costs little.
    private static final List<Duration> LOOK_BACK = List.of(Duration.ofDays(7), Duration.ofDays(400));
    private static final Duration KEPT = Duration.ofSeconds(15);
    private static final int MAX_KEPT = 10_000;
    // Events may be ahead of this clock by an hour.
    private static final Duration AHEAD = Duration.ofHours(1);

    private final ModelService models;
    private final ModelVersionService versions;
    private final AnalysisQueries queries;
    private final BaselineService baselines;
    private final DriftService drift;
    private final HealthCheckService checks;
    private final HealthCheckEvaluation evaluation;
    private final Clock clock;
    private final Map<Key, Health> kept = new ConcurrentHashMap<>();

    HealthService(
            ModelService models,
            ModelVersionService versions,
            AnalysisQueries queries,
            BaselineService baselines,
            DriftService drift,
            HealthCheckService checks,
            HealthCheckEvaluation evaluation,
            Clock clock) {
        this.models = models;
        this.versions = versions;
        this.queries = queries;
        this.baselines = baselines;
        this.drift = drift;
        this.checks = checks;
        this.evaluation = evaluation;
        this.clock = clock;
    }

    /** The health of a model that the caller may read. */
    Uni<Health> health(Caller caller, String modelKey) {
        return models.readable(caller, modelKey).chain(model -> {
            Instant now = clock.instant();
            return checks.of(caller.organization(), model.id()).chain(choice -> {
                // A change of the checks is another question.
                Key key = new Key(caller.organization(), model.id(), choice.revision());
                Health known = kept.get(key);
                if (known != null && now.isBefore(known.evaluatedAt().plus(KEPT))) {
                    return Uni.createFrom().item(known);
                }
                return evaluate(caller.organization(), model, choice, now).invoke(health -> {
                    if (kept.size() >= MAX_KEPT) {
                        kept.clear();
                    }
                    kept.put(key, health);
                });
            });
        });
    }

    private Uni<Health> evaluate(
            OrganizationId organization, RegisteredModel model, HealthCheckChoice choice, Instant now) {
        WindowSelection window = window(organization, model, now, WINDOW);
        return queries.latest(window).chain(latest -> {
            Uni<Optional<Latest>> newest =
                    latest.isPresent() ? Uni.createFrom().item(latest) : lookBack(organization, model, now, 0);
            return newest.chain(last -> evaluate(model, choice, window, latest, last, now));
        });
    }

    /** Evaluates with the newest prediction of the window, and the newest at all. */
    private Uni<Health> evaluate(
            RegisteredModel model,
            HealthCheckChoice choice,
            WindowSelection window,
            Optional<Latest> latest,
            Optional<Latest> last,
            Instant now) {
        @Nullable Instant lastAt = last.map(Latest::at).orElse(null);
        return evaluation
                .run(window.organization(), model.id(), choice.checks(), lastAt, now)
                .chain(outcomes -> drift(model, choice, window, latest.isPresent())
                        .map(drift -> health(choice, window, outcomes, drift, latest, lastAt, now)));
    }

    private Uni<Optional<Latest>> lookBack(OrganizationId organization, RegisteredModel model, Instant now, int step) {
        return queries.latest(window(organization, model, now, LOOK_BACK.get(step)))
                .chain(found -> found.isPresent() || step + 1 == LOOK_BACK.size()
                        ? Uni.createFrom().item(found)
                        : lookBack(organization, model, now, step + 1));
    }

    private Uni<Drift> drift(
            RegisteredModel model, HealthCheckChoice choice, WindowSelection window, boolean predicts) {
        if (!choice.checks().drift().enabled()) {
            return Uni.createFrom().item(Drift.OFF);
        }
        if (!predicts) {
            return Uni.createFrom().item(Drift.unknown("No prediction of the last 24 hours can be compared."));
        }
        Set<String> leftOut = choice.checks().drift().leftOut();
        return baselines
                .inUse(window.organization(), model.id(), null, null)
                .chain(baseline -> baseline == null
                        ? Uni.createFrom()
                                .item(Drift.unknown("No baseline is pinned yet, so there is nothing to compare with."))
                        : versions.all(window.organization(), model.id())
                                .chain(known ->
                                        drift.compare(new AnalysisScope(model, known, window), baseline, leftOut))
                                .map(report -> Drift.of(report, baseline, !leftOut.isEmpty())));
    }

    private static Health health(
            HealthCheckChoice choice,
            WindowSelection window,
            List<CheckOutcome> outcomes,
            Drift drift,
            Optional<Latest> latest,
            @Nullable Instant lastAt,
            Instant now) {
        List<CheckOutcome> all = new ArrayList<>(outcomes);
        if (drift.outcome() != null) {
            all.add(drift.outcome());
        }
        HealthVerdict verdict = HealthVerdict.of(all);
        return new Health(
                HealthStatus.of(verdict.status()),
                // What nobody chose needs no list of what is fine.
                choice.chosen()
                        ? verdict.reason()
                        : verdict.outcomes().getFirst().reason(),
                lastAt,
                latest.map(Latest::n).orElse(0L),
                drift.drifted(),
                drift.compared(),
                verdict.outcomes(),
                drift.baseline(),
                now,
                window.from(),
                window.to());
    }

    private static WindowSelection window(
            OrganizationId organization, RegisteredModel model, Instant now, Duration length) {
        return new WindowSelection(organization, model.id(), now.minus(length), now.plus(AHEAD), null, null);
    }

    private record Key(OrganizationId organization, ModelId model, int checks) {}

    /** What the comparison with the baseline came to; no outcome if it is off. */
    private record Drift(
            @Nullable CheckOutcome outcome,
            int drifted,
            int compared,
            @Nullable Baseline baseline) {

        static final Drift OFF = new Drift(null, 0, 0, null);

        static Drift unknown(String reason) {
            return new Drift(new CheckOutcome(CheckKind.DRIFT, CheckStatus.UNKNOWN, reason), 0, 0, null);
        }

        static Drift of(DriftReport report, Baseline baseline, boolean partly) {
            CheckStatus status = switch (report.status()) {
                case OK -> CheckStatus.OK;
                case WARNING -> CheckStatus.WARNING;
                case CRITICAL -> CheckStatus.CRITICAL;
                case NOT_ENOUGH_DATA, NO_BASELINE -> CheckStatus.UNKNOWN;
            };
            String sentence = partly ? report.reason("watched features and outputs") : report.reason();
            String reason = "Last 24 hours against " + baseline.name() + ": "
                    + Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
            return new Drift(
                    new CheckOutcome(CheckKind.DRIFT, status, reason),
                    report.driftedCount(),
                    report.variables().size(),
                    baseline);
        }
    }
}
