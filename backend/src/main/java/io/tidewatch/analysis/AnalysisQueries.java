package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Query;
import io.tidewatch.profile.WindowSelection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Volume and freshness in ClickHouse. */
@ApplicationScoped
class AnalysisQueries {

    private final ClickHouse clickHouse;

    AnalysisQueries(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Predictions by step and version. */
    Uni<List<VolumeRow>> volume(WindowSelection window, Interval interval) {
        return query(clickHouse, "volume", window)
                .bind("stepMillis", interval.step().toMillis())
                .list(row -> new VolumeRow(row.int64("unit"), row.string("version"), row.int64("n")));
    }

    /** The newest prediction of a window, if there is one. */
    Uni<Optional<Latest>> latest(WindowSelection window) {
        return query(clickHouse, "latest-prediction", window)
                .first(row ->
                        new Latest(Instant.EPOCH.plus(row.int64("latestMicros"), ChronoUnit.MICROS), row.int64("n")));
    }

    /** A statement of this feature with the parameters that all have. */
    static Query query(ClickHouse clickHouse, String statement, WindowSelection window) {
        return clickHouse
                .query("analysis/" + statement, window.organization())
                .bind("modelId", window.model().value())
                .between(window.from(), window.to())
                .bind("version", window.versionOrAll())
                .bind("environment", window.environmentOrAll());
    }

    /** Predictions of one version in one step. */
    record VolumeRow(long unit, String version, long n) {}

    /**
     * The newest prediction of a window.
     *
     * @param n predictions in the window
     */
    record Latest(Instant at, long n) {}
}
