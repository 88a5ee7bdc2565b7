package io.tidewatch.ingestion;

import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.profile.RowBuffer;
import java.util.List;

/** Rows of the table {@code dead_letter} in RowBinary. */
final class DeadLetterRows {

    private static final String TABLE = "dead_letter";
    private static final List<String> COLUMNS = List.of(
            "organization_id",
            "model_id",
            "received_at",
            "batch_id",
            "event_index",
            "kind",
            "reason",
            "detail",
            "payload");
    private static final int TYPICAL_ROW = 1024;

    private DeadLetterRows() {}

    /** The insert of these letters; the same letters again have the same token. */
    static BinaryInsert insert(List<DeadLetter> letters) {
        RowBuffer rows = new RowBuffer(letters.size() * TYPICAL_ROW);
        for (DeadLetter letter : letters) {
            rows.writeUuid(letter.organization().value());
            rows.writeUuid(letter.model().value());
            rows.writeLong(letter.receivedAt().toEpochMilli());
            rows.writeLong(letter.batchId());
            rows.writeInt(letter.index());
            rows.writeString(letter.kind().key());
            rows.writeString(letter.reason());
            rows.writeString(letter.detail());
            rows.writeString(letter.payload());
        }
        return BinaryRows.insert(TABLE, COLUMNS, rows);
    }
}
