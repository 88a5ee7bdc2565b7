package io.tidewatch.ingestion.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a frame: 64 bytes of header and the payload. The checksum covers everything behind it, the length
 * included, so that a frame is either read as it was written or not at all.
 */
final class FrameFormat {

    /** Bytes before the payload. */
    static final int HEADER_BYTES = 64;

    /** Largest payload; anything larger is damage. */
    static final int MAX_PAYLOAD_BYTES = 1 << 29;

    /** First bytes of every frame: TWF1. */
    static final int MAGIC = 0x3146_5754;

    private static final int CHECKSUM_AT = 4;
    private static final int LENGTH_AT = 8;
    private static final int KIND_AT = 12;
    private static final int VERSION_AT = 13;
    private static final int SEQUENCE_AT = 16;
    private static final int ORGANIZATION_AT = 24;
    private static final int MODEL_AT = 40;
    private static final int ROWS_AT = 56;

    private FrameFormat() {}

    /** A header buffer of the right size and order. */
    static ByteBuffer newHeader() {
        return ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The header of an entry. */
    static ByteBuffer header(LogEntry entry, long sequence) {
        ByteBuffer header = newHeader()
                .putInt(0, MAGIC)
                .putInt(LENGTH_AT, entry.length())
                .put(KIND_AT, (byte) entry.kind())
                .put(VERSION_AT, (byte) entry.version())
                .putLong(SEQUENCE_AT, sequence)
                .putLong(ORGANIZATION_AT, entry.organization().getMostSignificantBits())
                .putLong(ORGANIZATION_AT + Long.BYTES, entry.organization().getLeastSignificantBits())
                .putLong(MODEL_AT, entry.model().getMostSignificantBits())
                .putLong(MODEL_AT + Long.BYTES, entry.model().getLeastSignificantBits())
                .putInt(ROWS_AT, entry.rows());
        return header.putInt(CHECKSUM_AT, checksum(header, ByteBuffer.wrap(entry.payload(), 0, entry.length())));
    }

    /** Length of the payload that a header announces, or -1 if it is none. */
    static int payloadLength(ByteBuffer header) {
        int length = header.getInt(LENGTH_AT);
        return header.getInt(0) == MAGIC && length >= 0 && length <= MAX_PAYLOAD_BYTES ? length : -1;
    }

    /** The frame of this header and payload, or null if it is damaged. */
    static @Nullable Frame read(ByteBuffer header, ByteBuffer payload) {
        if (checksum(header, payload) != header.getInt(CHECKSUM_AT)) {
            return null;
        }
        return new Frame(
                header.getLong(SEQUENCE_AT),
                header.get(KIND_AT),
                header.get(VERSION_AT),
                new UUID(header.getLong(ORGANIZATION_AT), header.getLong(ORGANIZATION_AT + Long.BYTES)),
                new UUID(header.getLong(MODEL_AT), header.getLong(MODEL_AT + Long.BYTES)),
                header.getInt(ROWS_AT),
                payload.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private static int checksum(ByteBuffer header, ByteBuffer payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(header.slice(LENGTH_AT, HEADER_BYTES - LENGTH_AT));
        checksum.update(payload.duplicate());
        return (int) checksum.getValue();
    }
}
