package io.tidewatch.ingestion;

import io.tidewatch.ingestion.RowSelection.ModelKey;
import io.tidewatch.ingestion.TruthRows.TruthRow;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Stores the ground truth of a batch: beside its prediction where that is known, among what waits where it is not. What
 * waits is looked up once more afterwards, because another writer may have stored the prediction in between.
 */
final class TruthStep {

    private final IngestionQueries queries;
    private final StorePatience patience;
    private final CarefulInserter inserter;
    private final Tombstones tombstones;
    private final DeadLetterPayloads payloads;

    TruthStep(
            IngestionQueries queries,
            StorePatience patience,
            CarefulInserter inserter,
            Tombstones tombstones,
            DeadLetterPayloads payloads) {
        this.queries = queries;
        this.patience = patience;
        this.inserter = inserter;
        this.tombstones = tombstones;
        this.payloads = payloads;
    }

    void run(List<TruthFrame> frames, Settlements settlements) {
        Map<ModelKey, List<TruthRow>> byModel = new LinkedHashMap<>();
        for (TruthFrame frame : frames) {
            List<TruthRow> rows = byModel.computeIfAbsent(
                    new ModelKey(frame.organization(), frame.model()), ignored -> new ArrayList<>());
            for (int i = 0; i < frame.truths().size(); i++) {
                rows.add(new TruthRow(
                        frame.organization(), frame.model(), frame.truths().get(i), frame.sequence(), i));
            }
        }
        byModel.forEach((model, rows) -> store(model, rows, settlements));
    }

    private void store(ModelKey model, List<TruthRow> all, Settlements settlements) {
        ErasedEntities erased = patience.untilDone(() -> tombstones.of(model.organization()));
        List<TruthRow> rows = new ArrayList<>(all);
        rows.removeIf(row -> {
            Instant receivedAt = Instant.ofEpochMilli(row.truth().receivedAtMillis());
            return !erased.isEmpty() && erased.covers("", receivedAt, receivedAt);
        });
        for (int i = rows.size(); i < all.size(); i++) {
            settlements.dropped(model, EventKind.GROUND_TRUTH);
        }
        if (rows.isEmpty()) {
            return;
        }
        Refused refused = new Refused(model, settlements);
        List<TruthRow> waiting = insertKnown(model, rows, refused);
        if (!waiting.isEmpty()) {
            inserter.insert(new TruthUnit(waiting, null, refused));
            List<TruthRow> found = new ArrayList<>(waiting);
            found.removeAll(insertKnown(model, waiting, refused));
            if (!found.isEmpty()) {
                TruthRows done = new TruthRows();
                found.forEach(row -> done.addWaiting(row, true));
                patience.untilDone(() -> queries.insert(done.insertWaiting()));
            }
        }
        settlements.stored(model, EventKind.GROUND_TRUTH, rows.size() - refused.count);
    }

    /** Stores those whose prediction is known, and returns the others. */
    private List<TruthRow> insertKnown(ModelKey model, List<TruthRow> rows, Refused refused) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.truth().predictionId()));
        Map<UUID, KnownPrediction> known =
                patience.untilDone(() -> queries.known(model.organization(), model.model(), ids));
        List<TruthRow> found = new ArrayList<>();
        List<TruthRow> unknown = new ArrayList<>();
        rows.forEach(row -> (known.containsKey(row.truth().predictionId()) ? found : unknown).add(row));
        inserter.insert(new TruthUnit(found, known, refused));
        return unknown;
    }

    /** Counts what became a dead letter. */
    private static final class Refused {

        private final ModelKey model;
        private final Settlements settlements;
        private int count;

        Refused(ModelKey model, Settlements settlements) {
            this.model = model;
            this.settlements = settlements;
        }

        void add() {
            count++;
            settlements.deadLettered(model, EventKind.GROUND_TRUTH);
        }
    }

    /** Rows of ground_truth, or of ground_truth_waiting if no prediction is known. */
    private final class TruthUnit implements CarefulInserter.Unit {

        private final List<TruthRow> rows;
        private final @org.jspecify.annotations.Nullable Map<UUID, KnownPrediction> known;
        private final Refused refused;

        TruthUnit(
                List<TruthRow> rows,
                @org.jspecify.annotations.Nullable Map<UUID, KnownPrediction> known,
                Refused refused) {
            this.rows = rows;
            this.known = known;
            this.refused = refused;
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public TruthUnit slice(int from, int to) {
            return new TruthUnit(rows.subList(from, to), known, refused);
        }

        @Override
        public BinaryInsert insert() {
            TruthRows out = new TruthRows();
            if (known == null) {
                rows.forEach(row -> out.addWaiting(row, false));
                return out.insertWaiting();
            }
            for (TruthRow row : rows) {
                KnownPrediction prediction = known.get(row.truth().predictionId());
                if (prediction != null) {
                    out.add(row, prediction.occurredAtMicros());
                }
            }
            return out.insert();
        }

        @Override
        public TruthUnit withoutStored() {
            // A row that is stored twice replaces itself.
            return this;
        }

        @Override
        public DeadLetter letter(String reason, String detail) {
            TruthRow row = rows.getFirst();
            return new DeadLetter(
                    row.organization(),
                    row.model(),
                    Instant.ofEpochMilli(row.truth().receivedAtMillis()),
                    row.batchId(),
                    row.index(),
                    EventKind.GROUND_TRUTH,
                    reason,
                    detail,
                    payloads.groundTruth(row.truth()));
        }

        @Override
        public void refused() {
            refused.add();
        }
    }
}
