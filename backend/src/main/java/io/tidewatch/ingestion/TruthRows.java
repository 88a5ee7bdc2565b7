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

    private final OrganizationId organization;
    private final long batchId;
    private final RowBuffer rows = new RowBuffer(TYPICAL_ROW);
    private int count;

    TruthRows(OrganizationId organization, long batchId) {
        this.organization = organization;
        this.batchId = batchId;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Adds a row of ground_truth. */
    void add(ModelId model, WaitingTruth truth, long occurredAtMicros) {
        rows.writeUuid(organization.value());
        rows.writeUuid(model.value());
        rows.writeLong(occurredAtMicros);
        addRest(truth, false);
    }

    /** Adds a row of ground_truth_waiting; {@code joined} if the truth no longer waits. */
    void addWaiting(ModelId model, WaitingTruth truth, boolean joined) {
        rows.writeUuid(organization.value());
        rows.writeUuid(model.value());
        addRest(truth, joined);
    }

    private void addRest(WaitingTruth truth, boolean deleted) {
        rows.writeUuid(truth.predictionId());
        rows.writeString(truth.truthClass());
        rows.writeDouble(truth.truthValue());
        rows.writeLong(truth.observedAtMicros());
        rows.writeByte(deleted ? 1 : 0);
        rows.writeLong(truth.receivedAtMillis());
        rows.writeLong(batchId);
        rows.writeUInt16(truth.retentionDays());
        count++;
    }

    BinaryInsert.Body body() {
        return out -> out.write(rows.array(), 0, rows.size());
    }
}
