package io.tidewatch.ingestion;

import io.tidewatch.platform.clickhouse.Row;
import java.util.UUID;

/**
 * Ground truth by the id of its prediction, as it is stored.
 *
 * @param truthClass empty if there is none
 * @param deleted whether it takes back what was said before
 */
record WaitingTruth(
        UUID predictionId,
        String truthClass,
        double truthValue,
        long observedAtMicros,
        long receivedAtMillis,
        int retentionDays,
        boolean deleted) {

    static WaitingTruth of(Row row) {
        return new WaitingTruth(
                row.uuid("predictionId"),
                row.string("truthClass"),
                row.float64("truthValue"),
                row.int64("observedAtMicros"),
                row.int64("receivedAtMillis"),
                row.int32("retentionDays"),
                false);
    }
}
