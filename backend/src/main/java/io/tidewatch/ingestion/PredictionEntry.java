package io.tidewatch.ingestion;

import io.tidewatch.ingestion.AppendResult.RowOutcome;
import io.tidewatch.ingestion.log.LogEntry;
import io.tidewatch.profile.RowBuffer;
import java.util.BitSet;
import java.util.UUID;

/**
 * The accepted rows of a batch as an entry of the log. The payload starts with 17 bytes per row: where the row ends, when
 * the prediction was made, its place in the request, and flags. Behind that follow the rows as the table {@code
 * prediction} takes them, so that the writer only copies.
 */
final class PredictionEntry implements LogEntry {

    static final int KIND = 1;
    static final int VERSION = 1;
    static final int DIRECTORY_BYTES = 2 * Integer.BYTES + Long.BYTES + 1;
    static final int UNCHECKED = 1;

    private final PredictionBatch batch;
    private final RowBuffer payload;
    private final int rows;
    private final Runnable whenLost;

    /**
     * @param unchecked rows whose id may have been stored long ago
     * @param whenLost takes back what was noted about the accepted rows
     */
    PredictionEntry(PredictionBatch batch, AppendResult result, BitSet unchecked, Runnable whenLost) {
        this.batch = batch;
        this.rows = result.count(RowOutcome.ACCEPTED);
        this.whenLost = whenLost;
        this.payload = new RowBuffer((int) maxBytes(batch));
        writeDirectory(result, unchecked);
        for (int row = 0; row < batch.size(); row++) {
            if (result.outcome(row) == RowOutcome.ACCEPTED) {
                payload.writeBytes(batch.rows().array(), batch.start(row), batch.end(row) - batch.start(row));
            }
        }
    }

    /** Most bytes that the payload of a batch may have. */
    static long maxBytes(PredictionBatch batch) {
        return batch.rows().size() + (long) DIRECTORY_BYTES * batch.size();
    }

    private void writeDirectory(AppendResult result, BitSet unchecked) {
        int end = rows * DIRECTORY_BYTES;
        for (int row = 0; row < batch.size(); row++) {
            if (result.outcome(row) == RowOutcome.ACCEPTED) {
                end += batch.end(row) - batch.start(row);
                payload.writeInt(end);
                payload.writeLong(batch.occurredAtMicros(row));
                payload.writeInt(batch.eventIndex(row));
                payload.writeByte(unchecked.get(row) ? UNCHECKED : 0);
            }
        }
    }

    @Override
    public int kind() {
        return KIND;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public UUID organization() {
        return batch.organization().value();
    }

    @Override
    public UUID model() {
        return batch.model().value();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public byte[] payload() {
        return payload.array();
    }

    @Override
    public int length() {
        return payload.size();
    }

    @Override
    public void stamp(long sequence) {
        for (int row = 0; row < rows; row++) {
            payload.putLong(PredictionRows.batchIdOffset(payload.getInt(row * DIRECTORY_BYTES)), sequence);
        }
    }

    @Override
    public void lost() {
        whenLost.run();
    }
}
