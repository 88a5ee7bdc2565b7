package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.analysis.AnalysisQueries.Latest;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How models are: freshness, then drift of the last 24 hours. An answer is used again for some seconds, because lists of
 * models ask for many of them.
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
    private final Clock clock;
    private final Map<Key, Health> kept = new ConcurrentHashMap<>();

    HealthService(
            ModelService models,
            ModelVersionService versions,
            AnalysisQueries queries,
            BaselineService baselines,
            DriftService drift,
            Clock clock) {
        this.models = models;
        this.versions = versions;
        this.queries = queries;
        this.baselines = baselines;
        this.drift = drift;
        this.clock = clock;
    }

    /** The health of a model that the caller may read. */
    Uni<Health> health(Caller caller, String modelKey) {
        return models.readable(caller, modelKey).chain(model -> {
            Instant now = clock.instant();
            Key key = new Key(caller.organization(), model.id());
            Health known = kept.get(key);
            if (known != null && now.isBefore(known.evaluatedAt().plus(KEPT))) {
                return Uni.createFrom().item(known);
            }
            return evaluate(caller.organization(), model, now).invoke(health -> {
                if (kept.size() >= MAX_KEPT) {
                    kept.clear();
                }
                kept.put(key, health);
            });
        });
    }

    private Uni<Health> evaluate(OrganizationId organization, RegisteredModel model, Instant now) {
        WindowSelection window = window(organization, model, now, WINDOW);
        return queries.latest(window)
                .chain(latest -> latest.isPresent()
                        ? withPredictions(model, window, latest.get(), now)
                        : lookBack(organization, model, now, 0).map(last -> silent(window, last, now)));
    }

    private Uni<Optional<Latest>> lookBack(OrganizationId organization, RegisteredModel model, Instant now, int step) {
        return queries.latest(window(organization, model, now, LOOK_BACK.get(step)))
                .chain(found -> found.isPresent() || step + 1 == LOOK_BACK.size()
                        ? Uni.createFrom().item(found)
                        : lookBack(organization, model, now, step + 1));
    }

    private Uni<Health> withPredictions(RegisteredModel model, WindowSelection window, Latest latest, Instant now) {
        return baselines
                .inUse(window.organization(), model.id(), null, null)
                .chain(baseline -> baseline == null
                        ? Uni.createFrom().item(withoutBaseline(window, latest, now))
                        : versions.all(window.organization(), model.id())
                                .chain(known -> drift.compare(new AnalysisScope(model, known, window), baseline))
                                .map(report -> judged(report, baseline, latest, now)));
    }

    private static Health judged(DriftReport report, Baseline baseline, Latest latest, Instant now) {
        HealthStatus status = switch (report.status()) {
            case OK -> HealthStatus.OK;
            case WARNING -> HealthStatus.WARNING;
            case CRITICAL -> HealthStatus.CRITICAL;
            case NOT_ENOUGH_DATA, NO_BASELINE -> HealthStatus.UNKNOWN;
        };
        String reason = "Last 24 hours against " + baseline.name() + ": "
                + Character.toLowerCase(report.reason().charAt(0))
                + report.reason().substring(1);
        return new Health(
                status,
                reason,
                latest.at(),
                latest.n(),
                report.driftedCount(),
                report.variables().size(),
                baseline,
                now,
                report.window().from(),
                report.window().to());
    }

    private static Health withoutBaseline(WindowSelection window, Latest latest, Instant now) {
        return new Health(
                HealthStatus.UNKNOWN,
                "No baseline is pinned yet, so there is nothing to compare with.",
                latest.at(),
                latest.n(),
                0,
                0,
                null,
                now,
                window.from(),
                window.to());
    }

    private static Health silent(WindowSelection window, Optional<Latest> last, Instant now) {
        @Nullable Instant lastAt = last.map(Latest::at).orElse(null);
        String reason = lastAt == null
                ? "The model has not made a prediction yet."
                : "No prediction for " + age(Duration.between(lastAt, now)) + ".";
        return new Health(HealthStatus.NO_DATA, reason, lastAt, 0, 0, 0, null, now, window.from(), window.to());
    }

    private static String age(Duration age) {
        return age.toDays() >= 2 ? age.toDays() + " days" : age.toHours() + " hours";
    }

    private static WindowSelection window(
            OrganizationId organization, RegisteredModel model, Instant now, Duration length) {
        return new WindowSelection(organization, model.id(), now.minus(length), now.plus(AHEAD), null, null);
    }

    private record Key(OrganizationId organization, ModelId model) {}
}
