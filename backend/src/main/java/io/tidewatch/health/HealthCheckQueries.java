package io.tidewatch.health;

import io.smallrye.mutiny.Uni;
import io.tidewatch.health.decision.GroundTruthSuggestion;
import io.tidewatch.health.decision.Presence;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Query;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.Baseline;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What health checks need of the event store. Missing values come from the hourly counts. */
@ApplicationScoped
class HealthCheckQueries {

    private final ClickHouse clickHouse;

    HealthCheckQueries(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Minutes since 1970 with a prediction, ascending. */
    Uni<long[]> activeMinutes(OrganizationId organization, ModelId model, Instant from, Instant to) {
        return query("active-minutes", organization, model, from, to)
                .list(row -> row.int64("minute"))
                .map(minutes -> minutes.stream().mapToLong(Long::longValue).toArray());
    }

    /** How often each feature was missing. */
    Uni<Map<String, Presence>> missing(OrganizationId organization, ModelId model, Instant from, Instant to) {
        Map<String, Presence> byName = new HashMap<>();
        return query("missing-values", organization, model, from.truncatedTo(ChronoUnit.HOURS), to)
                .forEach(row -> byName.put(
                        row.string("feature"), new Presence(row.int64("predictions"), row.int64("missingCount"))))
                .replaceWith(byName);
    }

    /** How often each feature was missing on each day of a baseline; empty where its hours are no longer kept. */
    Uni<Map<String, List<Presence>>> missingByDay(OrganizationId organization, ModelId model, Baseline baseline) {
        Map<String, List<Presence>> byName = new HashMap<>();
        String version = baseline.version();
        String environment = baseline.environment();
        return query("missing-values-by-day", organization, model, baseline.from(), baseline.to())
                .bind("version", version == null ? "" : version)
                .bind("environment", environment == null ? "" : environment)
                .forEach(row -> byName.computeIfAbsent(row.string("feature"), ignored -> new ArrayList<>())
                        .add(new Presence(row.int64("predictions"), row.int64("missingCount"))))
                .replaceWith(byName);
    }

    /** How long ground truth takes; empty if there is none. */
    Uni<Optional<Delay>> delay(OrganizationId organization, ModelId model, Instant from, Instant to) {
        return query("ground-truth-delay", organization, model, from, to)
                .first(row -> new Delay(row.int64("truths"), Duration.ofMinutes(row.int64("delayMinutes"))));
    }

    /** Predictions and ground truth of whole days. */
    Uni<List<GroundTruthSuggestion.Day>> groundTruthByDay(
            OrganizationId organization, ModelId model, Instant from, Instant to) {
        Instant firstDay = from.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant lastDay = to.truncatedTo(ChronoUnit.DAYS);
        if (!firstDay.isBefore(lastDay)) {
            return Uni.createFrom().item(List.of());
        }
        return query("ground-truth-by-day", organization, model, firstDay, lastDay)
                .list(row -> new GroundTruthSuggestion.Day(row.int64("predictionCount"), row.int64("truthCount")));
    }

    /** Predictions of a window and how many of them have ground truth. */
    Uni<GroundTruthSuggestion.Day> groundTruth(OrganizationId organization, ModelId model, Instant from, Instant to) {
        return query("ground-truth-share", organization, model, from, to)
                .first(row -> new GroundTruthSuggestion.Day(row.int64("predictionCount"), row.int64("truthCount")))
                .map(found -> found.orElse(new GroundTruthSuggestion.Day(0, 0)));
    }

    private Query query(String statement, OrganizationId organization, ModelId model, Instant from, Instant to) {
        return clickHouse
                .query("health/" + statement, organization)
                .bind("modelId", model.value())
                .between(from, to);
    }

    /**
     * How long ground truth takes.
     *
     * @param truths how many were looked at
     * @param usual what 95 of 100 keep
     */
    record Delay(long truths, Duration usual) {}
}
