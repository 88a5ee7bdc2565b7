package io.tidewatch.ingestion;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.RowSelection.ModelKey;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What the writer asks of ClickHouse. */
@ApplicationScoped
class IngestionQueries {

    // Parameters travel in the address: 1,000 ids take 45 kB of it.
    private static final int IDS_PER_QUERY = 1_000;

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

    /**
     * Ground truth that waits for predictions of these log entries, which are stored.
     *
     * @param batchIds numbers of the entries
     * @param window when the predictions were made
     */
    Uni<List<WaitingTruth>> waiting(ModelKey model, Set<Long> batchIds, TimeSpan window) {
        List<WaitingTruth> waiting = new ArrayList<>();
        return inChunks(
                        batchIds,
                        chunk -> clickHouse
                                .query("ingestion/waiting-ground-truth", model.organization())
                                .bind("modelId", model.model().value())
                                .between(window.from(), window.to())
                                .bind("batchIds", chunk)
                                .forEach(row -> waiting.add(WaitingTruth.of(row))))
                .replaceWith(waiting);
    }

    /** Models of an organization for whose predictions ground truth waits. */
    Uni<Set<UUID>> waitingModels(OrganizationId organization) {
        return clickHouse
                .query("ingestion/waiting-models", organization)
                .list(row -> row.uuid("modelId"))
                .map(Set::copyOf);
    }

    /**
     * Which rows of these log entries are stored.
     *
     * @param batchIds numbers of the entries
     */
    Uni<Set<PredictionStep.StoredRow>> storedRows(ModelKey model, Set<Long> batchIds, Partition partition) {
        Set<PredictionStep.StoredRow> stored = new HashSet<>();
        return inChunks(
                        batchIds,
                        chunk -> clickHouse
                                .query("ingestion/stored-rows", model.organization())
                                .bind("modelId", model.model().value())
                                .between(partition.from(), partition.to())
                                .bind("batchIds", chunk)
                                .forEach(row -> stored.add(
                                        new PredictionStep.StoredRow(row.int64("batchId"), row.uuid("predictionId")))))
                .replaceWith(stored);
    }

    /** Stores rows. */
    Uni<Long> insert(BinaryInsert rows) {
        return clickHouse.insert(rows);
    }

    private static <T> Uni<Void> inChunks(Collection<T> ids, Function<List<T>, Uni<?>> query) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<T> all = List.copyOf(ids);
        List<List<T>> chunks = new ArrayList<>();
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

    /** A time span; its end is not part of it. */
    record TimeSpan(Instant from, Instant to) {}
}
