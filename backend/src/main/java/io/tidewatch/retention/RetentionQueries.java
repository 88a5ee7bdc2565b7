package io.tidewatch.retention;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Brings stored rows of a model in line with how long they are to be kept. */
@ApplicationScoped
class RetentionQueries {

    /** Tables whose rows go when they are older than the setting. */
    private static final List<String> EXPIRED = List.of(
            "prediction",
            "prediction-index",
            "ground-truth",
            "ground-truth-waiting",
            "feature-rollup",
            "performance-rollup",
            "metric-point");

    /** Tables whose rows move to a longer retention; the key makes a copy replace its original. */
    private static final List<String> EXTENDED =
            List.of("ground-truth", "ground-truth-waiting", "prediction-index", "prediction");

    private final ClickHouse clickHouse;
    private final RetentionConfig config;

    RetentionQueries(ClickHouse clickHouse, RetentionConfig config) {
        this.clickHouse = clickHouse;
        this.config = config;
    }

    /** Removes what is older than the days allow. */
    Uni<Void> removeExpired(OrganizationId organization, UUID model, int days, Instant before) {
        return each(
                EXPIRED,
                table -> clickHouse
                        .query("retention/expire-" + table, organization)
                        .bind("modelId", model)
                        .bind("days", days)
                        .bind("before", before.getEpochSecond())
                        .timeout(config.changeTimeout())
                        .change());
    }

    /** Lets events that are kept for a shorter time stay as long as the days say. */
    Uni<Void> extend(OrganizationId organization, UUID model, int days) {
        return each(
                EXTENDED,
                table -> changeOfModel("retention/extend-" + table, organization, model, days)
                        .chain(() -> changeOfModel("retention/drop-extended-" + table, organization, model, days)));
    }

    /** Rows of a model that are not kept for this many days. */
    Uni<OtherRows> otherRows(OrganizationId organization, UUID model, int days) {
        return clickHouse
                .query("retention/rows-of-other-retention", organization)
                .bind("modelId", model)
                .bind("days", days)
                .timeout(config.changeTimeout())
                .list(row -> new TableRows(row.string("name"), row.int64("longer"), row.int64("shorter")))
                .map(OtherRows::of);
    }

    private Uni<Void> changeOfModel(String statement, OrganizationId organization, UUID model, int days) {
        return clickHouse
                .query(statement, organization)
                .bind("modelId", model)
                .bind("days", days)
                .timeout(config.changeTimeout())
                .change();
    }

    private static Uni<Void> each(List<String> tables, java.util.function.Function<String, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private record TableRows(String table, long longer, long shorter) {}

    /**
     * Rows that are kept longer or shorter than they should.
     *
     * @param longer rows of all tables that are kept longer
     * @param movable rows that are kept shorter and can be moved
     */
    record OtherRows(long longer, long movable) {

        private static OtherRows of(List<TableRows> tables) {
            long longer = tables.stream().mapToLong(TableRows::longer).sum();
            long movable = tables.stream()
                    .filter(table -> EXTENDED.contains(table.table().replace('_', '-')))
                    .mapToLong(TableRows::shorter)
                    .sum();
            return new OtherRows(longer, movable);
        }
    }
}
