package io.tidewatch.ingestion;

import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.ModelId;
import java.util.List;

/** Rows of ground_truth or ground_truth_waiting in RowBinary. */
final class TruthRows {

    static final List<String> COLUMNS = List.of(
            "organization_id",
            "model_id",
            "occurred_at",
            "prediction_id",
            "truth_class",
            "truth_value",
            "observed_at",
            "is_deleted",
            "received_at",
            "batch_id",
            "retention_days");

    static final List<String> WAITING_COLUMNS =
            COLUMNS.stream().filter(column -> !column.equals("occurred_at")).toList();

    private static final int TYPICAL_ROW = 100;

    private final RowBuffer rows = new RowBuffer(TYPICAL_ROW);
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    /** Adds a row of ground_truth. */
    void add(TruthRow row, long occurredAtMicros) {
        addKey(row);
        rows.writeLong(occurredAtMicros);
        addRest(row, row.truth().deleted());
    }

    /** Adds a row of ground_truth_waiting; {@code joined} if the truth no longer waits. */
    void addWaiting(TruthRow row, boolean joined) {
        addKey(row);
        addRest(row, joined || row.truth().deleted());
    }

    private void addKey(TruthRow row) {
        rows.writeUuid(row.organization().value());
        rows.writeUuid(row.model().value());
    }

    private void addRest(TruthRow row, boolean deleted) {
        WaitingTruth truth = row.truth();
        rows.writeUuid(truth.predictionId());
        rows.writeString(truth.truthClass());
        rows.writeDouble(truth.truthValue());
        rows.writeLong(truth.observedAtMicros());
        rows.writeByte(deleted ? 1 : 0);
        rows.writeLong(truth.receivedAtMillis());
        rows.writeLong(row.batchId());
        rows.writeUInt16(truth.retentionDays());
        count++;
    }

    /** The insert into ground_truth. */
    BinaryInsert insert() {
        return BinaryRows.insert("ground_truth", COLUMNS, rows);
    }

    /** The insert into ground_truth_waiting. */
    BinaryInsert insertWaiting() {
        return BinaryRows.insert("ground_truth_waiting", WAITING_COLUMNS, rows);
    }

    /**
     * One outcome.
     *
     * @param batchId number of the log entry that it came in
     * @param index its place in that entry, which tells its dead letter from others
     */
    record TruthRow(OrganizationId organization, ModelId model, WaitingTruth truth, long batchId, int index) {}
}
