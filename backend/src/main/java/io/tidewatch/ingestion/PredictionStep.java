package io.tidewatch.ingestion;

import io.tidewatch.ingestion.IngestionQueries.TimeSpan;
import io.tidewatch.ingestion.RowSelection.ModelKey;
import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Stores the predictions of a batch: rows, index, the ground truth that waits for them, and counts by the hour. Each part may be repeated, so
 * that a kill at any place is mended by doing all of it again.
 */
final class PredictionStep {

    private final IngestionQueries queries;
    private final StorePatience patience;
    private final CarefulInserter inserter;
    private final Tombstones tombstones;
    private final DeadLetterPayloads payloads;
    private final Forgetter forgetter;
    private final RollupStep rollups;

    PredictionStep(
            IngestionQueries queries,
            StorePatience patience,
            CarefulInserter inserter,
            RollupStep rollups,
            Tombstones tombstones,
            DeadLetterPayloads payloads,
            Forgetter forgetter) {
        this.queries = queries;
        this.patience = patience;
        this.inserter = inserter;
        this.rollups = rollups;
        this.tombstones = tombstones;
        this.payloads = payloads;
        this.forgetter = forgetter;
    }

    /**
     * Stores predictions.
     *
     * @param log number of the log that they come from
     * @param again whether some of it may have been stored by an earlier run
     */
    void run(List<PredictionFrame> frames, long log, boolean again, Settlements settlements) {
        RowSelection all = new RowSelection();
        for (PredictionFrame frame : frames) {
            for (int row = 0; row < frame.rows(); row++) {
                all.add(frame, row);
            }
        }
        if (all.size() == 0) {
            return;
        }
        Gone gone = new Gone();
        dropErased(all, gone, settlements);
        Map<Partition, RowSelection> partitions = partitions(all.filter((frame, row) -> !gone.contains(frame, row)));
        if (again) {
            partitions.replaceAll(this::withoutStored);
        }
        partitions.replaceAll((partition, rows) -> withoutRepetitions(rows, gone, settlements));
        partitions.forEach(
                (partition, rows) -> inserter.insert(new PredictionUnit(partition, rows, gone, settlements)));
        RowSelection stored = all.filter((frame, row) -> !gone.contains(frame, row));
        if (stored.size() > 0) {
            patience.untilDone(() -> queries.insert(stored.insertIndex()));
            // After the index: ground truth that comes from now on finds the prediction by itself.
            joinWaiting(stored);
            rollups.run(stored, log, again);
        }
        stored.forEachModel((model, rows) -> settlements.stored(model, EventKind.PREDICTION, rows.size()));
    }

    /** What was erased after it was acknowledged must not come back from the log. */
    private void dropErased(RowSelection all, Gone gone, Settlements settlements) {
        Map<OrganizationId, ErasedEntities> known = new HashMap<>();
        all.forEachModel((model, rows) -> {
            ErasedEntities erased = known.computeIfAbsent(
                    model.organization(), organization -> patience.untilDone(() -> tombstones.of(organization)));
            for (int i = 0; i < rows.size() && !erased.isEmpty(); i++) {
                PredictionFrame frame = rows.frame(i);
                int row = rows.row(i);
                Instant occurredAt = EventTime.ofMicros(frame.occurredAtMicros(row));
                Instant receivedAt = Instant.ofEpochMilli(frame.receivedAtMillis(row));
                if (erased.covers(frame.entityId(row), occurredAt, receivedAt)) {
                    gone.add(frame, row);
                    settlements.dropped(model, EventKind.PREDICTION);
                }
            }
        });
    }

    private static Map<Partition, RowSelection> partitions(RowSelection all) {
        Map<Partition, RowSelection> partitions = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            partitions
                    .computeIfAbsent(all.frame(i).partition(all.row(i)), ignored -> new RowSelection())
                    .add(all.frame(i), all.row(i));
        }
        return partitions;
    }

    private RowSelection withoutStored(Partition partition, RowSelection rows) {
        Set<StoredRow> stored = new HashSet<>();
        rows.forEachModel((model, ofModel) -> {
            Set<Long> batches = new HashSet<>();
            for (int i = 0; i < ofModel.size(); i++) {
                batches.add(ofModel.frame(i).sequence());
            }
            stored.addAll(patience.untilDone(() -> queries.storedRows(model, batches, partition)));
        });
        return stored.isEmpty()
                ? rows
                : rows.filter((frame, row) -> !stored.contains(new StoredRow(frame.sequence(), frame.id(row))));
    }

    private RowSelection withoutRepetitions(RowSelection rows, Gone gone, Settlements settlements) {
        RowSelection unchecked = rows.filter(PredictionFrame::isUnchecked);
        if (unchecked.size() == 0) {
            return rows;
        }
        unchecked.forEachModel((model, ofModel) -> {
            Map<UUID, KnownPrediction> known =
                    patience.untilDone(() -> queries.known(model.organization(), model.model(), ids(ofModel)));
            for (int i = 0; i < ofModel.size(); i++) {
                PredictionFrame frame = ofModel.frame(i);
                int row = ofModel.row(i);
                KnownPrediction earlier = known.get(frame.id(row));
                if (earlier != null) {
                    gone.add(frame, row);
                    if (earlier.hash() == frame.hash(row)) {
                        settlements.dropped(model, EventKind.PREDICTION);
                    } else {
                        inserter.bury(letter(
                                frame, row, DeadLetter.CONFLICT, "Another prediction with this id was stored before."));
                        settlements.deadLettered(model, EventKind.PREDICTION);
                        forgetter.forget(model, frame.id(row));
                    }
                }
            }
        });
        return rows.filter((frame, row) -> !gone.contains(frame, row));
    }

    private static Collection<UUID> ids(RowSelection rows) {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            ids.add(rows.frame(i).id(rows.row(i)));
        }
        return ids;
    }

    private void joinWaiting(RowSelection stored) {
        Map<OrganizationId, Set<UUID>> waitingModels = new HashMap<>();
        stored.forEachModel((model, rows) -> {
            Set<UUID> ofOrganization = waitingModels.computeIfAbsent(
                    model.organization(),
                    organization -> patience.untilDone(() -> queries.waitingModels(organization)));
            if (ofOrganization.contains(model.model().value())) {
                joinWaiting(model, rows);
            }
        });
    }

    private void joinWaiting(ModelKey model, RowSelection rows) {
        Map<UUID, Long> occurredAt = new HashMap<>();
        Set<Long> batches = new HashSet<>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            long micros = rows.frame(i).occurredAtMicros(rows.row(i));
            occurredAt.put(rows.frame(i).id(rows.row(i)), micros);
            batches.add(rows.frame(i).sequence());
            first = Math.min(first, micros);
            last = Math.max(last, micros);
        }
        TimeSpan window = new TimeSpan(EventTime.ofMicros(first), EventTime.ofMicros(last + 1));
        List<WaitingTruth> waiting = patience.untilDone(() -> queries.waiting(model, batches, window)).stream()
                .filter(truth -> occurredAt.containsKey(truth.predictionId()))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        long batchId = rows.frame(rows.size() - 1).sequence();
        TruthRows joined = new TruthRows();
        TruthRows done = new TruthRows();
        for (WaitingTruth truth : waiting) {
            TruthRows.TruthRow row = new TruthRows.TruthRow(model.organization(), model.model(), truth, batchId, 0);
            joined.add(row, occurredAt.getOrDefault(truth.predictionId(), 0L));
            done.addWaiting(row, true);
        }
        patience.untilDone(() -> queries.insert(joined.insert()));
        patience.untilDone(() -> queries.insert(done.insertWaiting()));
    }

    private DeadLetter letter(PredictionFrame frame, int row, String reason, String detail) {
        return new DeadLetter(
                frame.organization(),
                frame.model(),
                Instant.ofEpochMilli(frame.receivedAtMillis(row)),
                frame.sequence(),
                frame.eventIndex(row),
                EventKind.PREDICTION,
                reason,
                detail,
                payloads.prediction(frame, row));
    }

    /** Told about ids that are free again. */
    @FunctionalInterface
    interface Forgetter {
        void forget(ModelKey model, UUID id);
    }

    /**
     * A row that the store has.
     *
     * @param batchId number of the log entry that it came in
     */
    record StoredRow(long batchId, UUID id) {}

    /** Rows that are not to be stored. */
    private static final class Gone {

        private final Set<StoredRow> rows = new HashSet<>();

        void add(PredictionFrame frame, int row) {
            rows.add(new StoredRow(frame.sequence(), frame.id(row)));
        }

        boolean contains(PredictionFrame frame, int row) {
            return !rows.isEmpty() && rows.contains(new StoredRow(frame.sequence(), frame.id(row)));
        }
    }

    /** Rows of one partition. */
    private final class PredictionUnit implements CarefulInserter.Unit {

        private final Partition partition;
        private final RowSelection rows;
        private final Gone gone;
        private final Settlements settlements;

        PredictionUnit(Partition partition, RowSelection rows, Gone gone, Settlements settlements) {
            this.partition = partition;
            this.rows = rows;
            this.gone = gone;
            this.settlements = settlements;
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public PredictionUnit slice(int from, int to) {
            return new PredictionUnit(partition, rows.slice(from, to), gone, settlements);
        }

        @Override
        public BinaryInsert insert() {
            return rows.insert();
        }

        @Override
        public PredictionUnit withoutStored() {
            return new PredictionUnit(partition, PredictionStep.this.withoutStored(partition, rows), gone, settlements);
        }

        @Override
        public DeadLetter letter(String reason, String detail) {
            return PredictionStep.this.letter(rows.frame(0), rows.row(0), reason, detail);
        }

        @Override
        public void refused() {
            PredictionFrame frame = rows.frame(0);
            ModelKey model = new ModelKey(frame.organization(), frame.model());
            gone.add(frame, rows.row(0));
            settlements.deadLettered(model, EventKind.PREDICTION);
            forgetter.forget(model, frame.id(rows.row(0)));
        }
    }
}
