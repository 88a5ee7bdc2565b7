package io.tidewatch.ingestion;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the writer asks of ClickHouse. */
@ApplicationScoped
class IngestionQueries {

    // Parameters travel in the address: 1,000 ids take 45 kB of it.
    private static final int IDS_PER_QUERY = 1_000;

    private static final List<String> PREDICTION_COLUMNS = List.of(
            "organization_id",
            "model_id",
            "prediction_id",
            "client_id",
            "occurred_at",
            "version",
            "environment",
            "schema_id",
            "f64",
            "f32",
            "i64",
            "cat",
            "text",
            "embedding",
            "score",
            "predicted_class",
            "predicted_value",
            "class_scores",
            "segments",
            "latency_ms",
            "entity_id",
            "trace_id",
            "extra",
            "content_hash",
            "received_at",
            "batch_id",
            "retention_days");

    private final ClickHouse clickHouse;

    IngestionQueries(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** What is stored under these ids; ids that are not stored are absent. */
    Uni<Map<UUID, KnownPrediction>> known(OrganizationId organization, ModelId model, Collection<UUID> ids) {
        Map<UUID, KnownPrediction> known = new HashMap<>();
        return inChunks(
                        ids,
                        chunk -> clickHouse
                                .query("ingestion/known-predictions", organization)
                                .bind("modelId", model.value())
                                .bind("ids", chunk)
                                .forEach(row -> known.put(
                                        row.uuid("predictionId"),
                                        new KnownPrediction(
                                                row.int64("occurredAtMicros"),
                                                Long.parseUnsignedLong(row.string("contentHash"))))))
                .replaceWith(known);
    }

    /** Ground truth that waits for one of these ids. */
    Uni<List<WaitingTruth>> waiting(OrganizationId organization, ModelId model, Collection<UUID> ids) {
        List<WaitingTruth> waiting = new ArrayList<>();
        return inChunks(
                        ids,
                        chunk -> clickHouse
                                .query("ingestion/waiting-ground-truth", organization)
                                .bind("modelId", model.value())
                                .bind("ids", chunk)
                                .forEach(row -> waiting.add(WaitingTruth.of(row))))
                .replaceWith(waiting);
    }

    /** Stores the accepted rows of a group. */
    Uni<Void> insertPredictions(PredictionGroup group, long batchId) {
        return insert("prediction", PREDICTION_COLUMNS, batchId, out -> group.writeAccepted(out, batchId));
    }

    /** Stores ground truth of known predictions. */
    Uni<Void> insertGroundTruth(TruthRows rows, long batchId) {
        return insert("ground_truth", TruthRows.COLUMNS, batchId, rows.body());
    }

    /** Stores ground truth of unknown predictions, or marks it as no longer waiting. */
    Uni<Void> insertWaiting(TruthRows rows, long batchId) {
        return insert("ground_truth_waiting", TruthRows.WAITING_COLUMNS, batchId, rows.body());
    }

    private Uni<Void> insert(String table, List<String> columns, long batchId, BinaryInsert.Body body) {
        // Batch ids are never used again, so the token only protects against a repetition inside the client library.
        String token = table + ":" + Long.toUnsignedString(batchId);
        return clickHouse.insert(new BinaryInsert(table, columns, token, body)).replaceWithVoid();
    }

    private static Uni<Void> inChunks(Collection<UUID> ids, java.util.function.Function<List<UUID>, Uni<?>> query) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> all = List.copyOf(ids);
        List<List<UUID>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
            chunks.add(all.subList(from, Math.min(all.size(), from + IDS_PER_QUERY)));
        }
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(query)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
