package io.tidewatch.sdk.internal.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a frame: its length (4 bytes, big-endian, kind and content), the CRC-32C of length, kind and content (4 bytes), the
 * kind (1 byte) and the content.
 */
final class FrameFormat {

    /** How a segment file starts. */
    static final byte[] MAGIC = "TWSPOOL1".getBytes(StandardCharsets.US_ASCII);

    /** Bytes of a frame beside its content. */
    static final int OVERHEAD = 9;

    private static final int LENGTH_AND_CRC = 8;

    private FrameFormat() {}

    static long size(List<Frame> frames) {
        long size = 0;
        for (Frame frame : frames) {
            size += OVERHEAD + (long) frame.length();
        }
        return size;
    }

    static void put(Frame frame, ByteBuffer target) {
        int length = frame.length() + 1;
        target.putInt(length);
        target.putInt(crc(length, frame.kind(), frame.array(), frame.offset(), frame.length()));
        target.put(frame.kind());
        target.put(frame.array(), frame.offset(), frame.length());
    }

    /** The frame at that position, or null if there is none that is whole and intact. */
    static @Nullable Frame get(byte[] segment, int position) {
        if (segment.length - position < OVERHEAD) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(segment);
        int length = buffer.getInt(position);
        if (length < 1 || length > segment.length - position - LENGTH_AND_CRC) {
            return null;
        }
        byte kind = buffer.get(position + LENGTH_AND_CRC);
        int contentLength = length - 1;
        int content = position + OVERHEAD;
        boolean intact = buffer.getInt(position + 4) == crc(length, kind, segment, content, contentLength);
        return intact ? new Frame(kind, segment, content, contentLength) : null;
    }

    /** Whether the bytes start like a segment. */
    static boolean isSegment(byte[] bytes) {
        return bytes.length >= MAGIC.length
                && ByteBuffer.wrap(bytes, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    private static int crc(int length, byte kind, byte[] array, int offset, int count) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(5).putInt(length).put(kind).flip());
        crc.update(array, offset, count);
        return (int) crc.getValue();
    }
}
