package io.tidewatch.ingestion.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The first 64 bytes of a segment.
 *
 * @param firstSequence smallest number that a frame of it may have
 * @param validBefore frames of earlier segments with this number or a larger one were never acknowledged, because their
 *     sync failed, and do not count
 * @param createdAt milliseconds since 1970
 */
record SegmentHeader(long firstSequence, long validBefore, long createdAt) {

    static final int BYTES = 64;

    private static final long MAGIC = 0x31_54_4D_47_45_53_57_54L;
    private static final int FORMAT = 1;
    private static final int CHECKSUM_AT = 8;
    private static final int FORMAT_AT = 12;
    private static final int FIRST_AT = 16;
    private static final int VALID_AT = 24;
    private static final int CREATED_AT = 32;

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, MAGIC)
                .putInt(FORMAT_AT, FORMAT)
                .putLong(FIRST_AT, firstSequence)
                .putLong(VALID_AT, validBefore)
                .putLong(CREATED_AT, createdAt);
        return bytes.putInt(CHECKSUM_AT, checksum(bytes));
    }

    /** The header in these 64 bytes, or null if they are something else. */
    static @Nullable SegmentHeader read(ByteBuffer source) {
        ByteBuffer bytes = source.order(ByteOrder.LITTLE_ENDIAN);
        boolean good = bytes.getLong(0) == MAGIC
                && bytes.getInt(FORMAT_AT) == FORMAT
                && bytes.getInt(CHECKSUM_AT) == checksum(bytes);
        return good
                ? new SegmentHeader(bytes.getLong(FIRST_AT), bytes.getLong(VALID_AT), bytes.getLong(CREATED_AT))
                : null;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.slice(FORMAT_AT, BYTES - FORMAT_AT));
        return (int) checksum.getValue();
    }
}
