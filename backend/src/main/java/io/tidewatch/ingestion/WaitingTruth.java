package io.tidewatch.ingestion;

import io.tidewatch.platform.clickhouse.Row;
import java.util.UUID;

/** Ground truth that waits for its prediction, as it is stored. */
record WaitingTruth(
        UUID predictionId,
        String truthClass,
        double truthValue,
        long observedAtMicros,
        long receivedAtMillis,
        int retentionDays) {

    static WaitingTruth of(Row row) {
        return new WaitingTruth(
                row.uuid("predictionId"),
                row.string("truthClass"),
                row.float64("truthValue"),
                row.int64("observedAtMicros"),
                row.int64("receivedAtMillis"),
                row.int32("retentionDays"));
    }

    static WaitingTruth of(GroundTruth truth, GroundTruthBatch batch) {
        return new WaitingTruth(
                truth.predictionId(),
                truth.truthClass() == null ? "" : truth.truthClass(),
                truth.truthValue(),
                EventTime.micros(truth.observedAt()),
                batch.receivedAt().toEpochMilli(),
                batch.retentionDays());
    }
}
