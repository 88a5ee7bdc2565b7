package io.tidewatch.retention;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Query;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Removes and counts what an erasure is about, in every event table. */
@ApplicationScoped
class ErasureQueries {

    /**
     * Tables of an entity that the noted keys lead to. The predictions come last: as long as they are there, the keys can
     * be noted again.
     */
    private static final List<String> BY_KEY = List.of(
            "dead-letter-resolution",
            "dead-letter",
            "ground-truth-waiting",
            "ground-truth",
            "prediction-index",
            "prediction");

    /** Tables that may hold the id as a category. */
    private static final List<String> BY_VALUE = List.of("baseline-value", "feature-rollup");

    /** Every table with rows of an organization. A test compares it with the tables there are. */
    static final List<String> OF_ORGANIZATION = List.of(
            "baseline-block",
            "baseline-value",
            "dead-letter",
            "dead-letter-resolution",
            "erasure-scope",
            "feature-rollup",
            "ground-truth",
            "ground-truth-waiting",
            "histogram-bin-set",
            "metric-point",
            "performance-rollup",
            "prediction-index",
            "prediction");

    private final ClickHouse clickHouse;
    private final RetentionConfig config;

    ErasureQueries(ClickHouse clickHouse, RetentionConfig config) {
        this.clickHouse = clickHouse;
        this.config = config;
    }

    /** Notes the keys of what belongs to an entity. */
    Uni<Void> note(OrganizationId organization, UUID erasure, String entityId) {
        return each(
                List.of("scope-dead-letters", "scope-predictions"),
                statement -> query(statement, organization)
                        .bind("erasureId", erasure)
                        .bind("entityId", entityId)
                        .change());
    }

    /** Removes what was noted, and the id where it is a category. */
    Uni<Void> removeEntity(OrganizationId organization, UUID erasure, String entityId) {
        // Only to keep the id itself out of the server's list of changes.
        String salt = erasure.toString();
        String hash = sha256(salt + entityId);
        return each(
                        BY_KEY,
                        table -> query("erase-entity-" + table, organization)
                                .bind("erasureId", erasure)
                                .change())
                .chain(() -> each(
                        BY_VALUE,
                        table -> query("erase-entity-" + table, organization)
                                .bind("salt", salt)
                                .bind("hash", hash)
                                .change()));
    }

    /** Rows of an entity per table. */
    Uni<Map<String, Long>> countEntity(OrganizationId organization, UUID erasure, String entityId) {
        return counts(
                query("count-entity", organization).bind("erasureId", erasure).bind("entityId", entityId));
    }

    /** Forgets the noted keys. */
    Uni<Void> forget(OrganizationId organization, UUID erasure) {
        return query("clear-scope", organization).bind("erasureId", erasure).change();
    }

    /** Removes every row of an organization. */
    Uni<Void> removeOrganization(OrganizationId organization) {
        return each(
                OF_ORGANIZATION,
                table -> query("erase-organization-" + table, organization).change());
    }

    /** Rows of an organization per table. */
    Uni<Map<String, Long>> countOrganization(OrganizationId organization) {
        return counts(query("count-organization", organization));
    }

    private Query query(String statement, OrganizationId organization) {
        return clickHouse.query("retention/" + statement, organization).timeout(config.changeTimeout());
    }

    private static Uni<Map<String, Long>> counts(Query query) {
        return query.list(row -> Map.entry(row.string("name"), row.int64("n"))).map(rows -> {
            Map<String, Long> counts = new TreeMap<>();
            rows.forEach(row -> counts.put(row.getKey(), row.getValue()));
            return counts;
        });
    }

    private static Uni<Void> each(List<String> names, Function<String, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
