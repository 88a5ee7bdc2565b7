package io.tidewatch.ingestion;

import io.tidewatch.ingestion.log.Frame;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.RowBuffer;
import io.tidewatch.registry.ModelId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** Predictions read back from the log. */
final class PredictionFrame {

    private static final int ID_AT = 4 * Long.BYTES;
    private static final int CLIENT_ID_AT = 6 * Long.BYTES;
    private static final int RETENTION_BYTES = Short.BYTES;
    /** Of the hash, from the end of a row: hash, received at, batch id, retention. */
    private static final int HASH_FROM_END = 3 * Long.BYTES + RETENTION_BYTES;

    private final long sequence;
    private final OrganizationId organization;
    private final ModelId model;
    private final int rows;
    private final byte[] bytes;
    private final ByteBuffer values;

    PredictionFrame(Frame frame) {
        this.sequence = frame.sequence();
        this.organization = new OrganizationId(frame.organization());
        this.model = new ModelId(frame.model());
        this.rows = frame.rows();
        this.bytes = new byte[frame.payload().capacity()];
        frame.payload().get(0, bytes);
        this.values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    long sequence() {
        return sequence;
    }

    OrganizationId organization() {
        return organization;
    }

    ModelId model() {
        return model;
    }

    int rows() {
        return rows;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int row) {
        return row == 0 ? rows * PredictionEntry.DIRECTORY_BYTES : end(row - 1);
    }

    int end(int row) {
        return values.getInt(row * PredictionEntry.DIRECTORY_BYTES);
    }

    long occurredAtMicros(int row) {
        return values.getLong(row * PredictionEntry.DIRECTORY_BYTES + Integer.BYTES);
    }

    /** Place in the request. */
    int eventIndex(int row) {
        return values.getInt(row * PredictionEntry.DIRECTORY_BYTES + Integer.BYTES + Long.BYTES);
    }

    /** True if the id may have been stored long ago. */
    boolean isUnchecked(int row) {
        return bytes[(row + 1) * PredictionEntry.DIRECTORY_BYTES - 1] == PredictionEntry.UNCHECKED;
    }

    UUID id(int row) {
        int at = start(row) + ID_AT;
        return new UUID(values.getLong(at), values.getLong(at + Long.BYTES));
    }

    long hash(int row) {
        return values.getLong(end(row) - HASH_FROM_END);
    }

    long receivedAtMillis(int row) {
        return values.getLong(end(row) - HASH_FROM_END + Long.BYTES);
    }

    int retentionDays(int row) {
        return Short.toUnsignedInt(values.getShort(end(row) - RETENTION_BYTES));
    }

    /** The partition of the table {@code prediction} that takes the row. */
    Partition partition(int row) {
        return Partition.of(retentionDays(row), occurredAtMicros(row));
    }

    /** Whom or what the prediction is about; empty if that was not said. */
    String entityId(int row) {
        return PredictionRowReader.entityId(this, row);
    }

    /** Writes the row of {@code prediction_index}. */
    void writeIndex(int row, RowBuffer out) {
        int start = start(row);
        out.writeBytes(bytes, start, CLIENT_ID_AT);
        int occurredAt = skipString(start + CLIENT_ID_AT);
        int versionEnd = skipString(occurredAt + Long.BYTES);
        out.writeBytes(bytes, occurredAt, versionEnd - occurredAt);
        out.writeLong(hash(row));
        out.writeUInt16(retentionDays(row));
    }

    private int skipString(int at) {
        int length = 0;
        int shift = 0;
        int position = at;
        byte next;
        do {
            next = bytes[position++];
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return position + length;
    }
}
