package io.tidewatch.onboarding;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Query;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the event store knows about the events of a model. */
@ApplicationScoped
class SetupQueries {

    // As far back as events are accepted, and as far ahead.
    private static final Duration BACK = Duration.ofDays(401);
    private static final Duration AHEAD = Duration.ofHours(2);
    private static final Duration RECENT = Duration.ofHours(24);
    private static final Duration EXTRA_WITHIN = Duration.ofDays(7);
    private static final int EXTRA_NAMES = 50;

    private final ClickHouse clickHouse;

    SetupQueries(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    Uni<Optional<PredictionFacts>> predictions(OrganizationId organization, ModelId model, Instant now) {
        return query("prediction-facts", organization, model, now.minus(BACK), now.plus(AHEAD))
                .bind("recent", now.minus(RECENT))
                .first(row -> new PredictionFacts(
                        row.int64("n"),
                        row.int64("recentCount"),
                        at(row.int64("firstMicros")),
                        at(row.int64("lastMicros"))));
    }

    Uni<Long> groundTruths(OrganizationId organization, ModelId model, Instant now) {
        return query("ground-truth-count", organization, model, now.minus(BACK), now.plus(AHEAD))
                .first(row -> row.int64("n"))
                .map(found -> found.orElse(0L));
    }

    /** Names of features outside of the schema in the days up to the newest prediction. */
    Uni<List<String>> extraFeatures(OrganizationId organization, ModelId model, Instant newest) {
        return query(
                        "extra-features",
                        organization,
                        model,
                        newest.minus(EXTRA_WITHIN),
                        newest.plus(1, ChronoUnit.MICROS))
                .bind("limit", EXTRA_NAMES)
                .list(row -> row.string("name"));
    }

    private Query query(String statement, OrganizationId organization, ModelId model, Instant from, Instant to) {
        return clickHouse
                .query("onboarding/" + statement, organization)
                .bind("modelId", model.value())
                .between(from, to);
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
