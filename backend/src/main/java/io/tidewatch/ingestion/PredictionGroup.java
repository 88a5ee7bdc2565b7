package io.tidewatch.ingestion;

import io.tidewatch.ingestion.AppendResult.RowOutcome;
import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.ModelId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Batches of one organization that are written together. Finds repetitions among all their rows and against what is
 * stored, and leaves the rows that are new.
 */
final class PredictionGroup {

    private final List<PredictionBatch> batches;
    private final List<AppendResult> results = new ArrayList<>();
    private final Map<ModelId, Set<UUID>> clientIds = new LinkedHashMap<>();
    private final Map<ModelId, Map<UUID, KnownPrediction>> known = new HashMap<>();
    private int accepted;

    PredictionGroup(List<PredictionBatch> batches) {
        this.batches = List.copyOf(batches);
        for (PredictionBatch batch : batches) {
            results.add(new AppendResult(batch.size()));
            known.computeIfAbsent(batch.model(), ignored -> new HashMap<>());
            Set<UUID> ofModel = clientIds.computeIfAbsent(batch.model(), ignored -> new HashSet<>());
            for (int row = 0; row < batch.size(); row++) {
                if (!batch.isGenerated(row)) {
                    ofModel.add(batch.id(row));
                }
            }
        }
    }

    /** The models of the group. */
    Set<ModelId> models() {
        return clientIds.keySet();
    }

    /** The ids that clients chose, which may therefore be known already. */
    Set<UUID> clientIds(ModelId model) {
        return clientIds.getOrDefault(model, Set.of());
    }

    /** Tells what is stored under an id. */
    void found(ModelId model, UUID id, KnownPrediction stored) {
        known.getOrDefault(model, new HashMap<>()).put(id, stored);
    }

    /** Decides about every row, in the order in which the batches came. */
    void classify() {
        for (int i = 0; i < batches.size(); i++) {
            PredictionBatch batch = batches.get(i);
            AppendResult result = results.get(i);
            Map<UUID, KnownPrediction> ofModel = known.getOrDefault(batch.model(), new HashMap<>());
            for (int row = 0; row < batch.size(); row++) {
                if (batch.isGenerated(row)) {
                    accepted++;
                    continue;
                }
                KnownPrediction earlier = ofModel.get(batch.id(row));
                if (earlier == null) {
                    ofModel.put(batch.id(row), new KnownPrediction(batch.occurredAtMicros(row), batch.hash(row)));
                    accepted++;
                } else {
                    result.set(row, earlier.hash() == batch.hash(row) ? RowOutcome.DUPLICATE : RowOutcome.CONFLICT);
                }
            }
        }
    }

    /** What became of the rows of each batch, in the order of the batches. */
    List<AppendResult> results() {
        return results;
    }

    /** Number of rows to store. */
    int acceptedCount() {
        return accepted;
    }

    /** Time of a prediction of this group, stored before or now. */
    long occurredAtMicros(ModelId model, UUID id) {
        KnownPrediction prediction = known.getOrDefault(model, Map.of()).get(id);
        if (prediction == null) {
            throw new IllegalArgumentException("Not a classified id of this group");
        }
        return prediction.occurredAtMicros();
    }

    /** Writes the rows to store, with their batch id filled in. */
    void writeAccepted(OutputStream out, long batchId) throws IOException {
        for (int i = 0; i < batches.size(); i++) {
            PredictionBatch batch = batches.get(i);
            AppendResult result = results.get(i);
            RowBuffer rows = batch.rows();
            int from = 0;
            for (int row = 0; row < batch.size(); row++) {
                if (result.outcome(row) == RowOutcome.ACCEPTED) {
                    rows.putLong(PredictionRows.batchIdOffset(batch.end(row)), batchId);
                } else {
                    out.write(rows.array(), from, batch.start(row) - from);
                    from = batch.end(row);
                }
            }
            out.write(rows.array(), from, rows.size() - from);
        }
    }
}
