package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames one after the other. Damage costs the frames that it touches and no other: behind it, the next frame is
 * looked for, and what was skipped is noted.
 */
final class FrameScanner {

    private static final int WINDOW = 1 << 16;

    private final ByteSource source;
    private final List<Damage> damages = new ArrayList<>();
    private long position;
    private long lastSequence;

    /**
     * @param start where the first frame begins
     * @param after only frames with a larger number are real
     */
    FrameScanner(ByteSource source, long start, long after) {
        this.source = source;
        this.position = start;
        this.lastSequence = after;
    }

    /**
     * The next frame before this limit, or null if there is none.
     *
     * @param complete whether all bytes up to the limit are there for good; if not, half a frame at the end is left for
     *     the next call instead of counting as damage
     */
    @Nullable
    Frame next(long limit, boolean complete) throws IOException {
        Frame frame = readAt(position, limit);
        if (frame != null) {
            return take(frame, position);
        }
        if (!complete || position >= limit) {
            return null;
        }
        long damageStart = position;
        for (long at = findMagic(position + 1, limit); at >= 0; at = findMagic(at + 1, limit)) {
            frame = readAt(at, limit);
            if (frame != null) {
                damages.add(new Damage(damageStart, at));
                return take(frame, at);
            }
        }
        damages.add(new Damage(damageStart, limit));
        position = limit;
        return null;
    }

    /** Bytes that hold no frame, so far. */
    List<Damage> damages() {
        return damages;
    }

    /** End of the last frame. */
    long position() {
        return position;
    }

    private Frame take(Frame frame, long at) {
        position = at + FrameFormat.HEADER_BYTES + frame.payload().capacity();
        lastSequence = frame.sequence();
        return frame;
    }

    private @Nullable Frame readAt(long at, long limit) throws IOException {
        if (limit - at < FrameFormat.HEADER_BYTES) {
            return null;
        }
        ByteBuffer header = FrameFormat.newHeader();
        source.read(at, header);
        int length = FrameFormat.payloadLength(header);
        if (length < 0 || limit - at - FrameFormat.HEADER_BYTES < length) {
            return null;
        }
        ByteBuffer payload = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        source.read(at + FrameFormat.HEADER_BYTES, payload);
        payload.flip();
        if (payload.limit() != length) {
            return null;
        }
        Frame frame = FrameFormat.read(header, payload);
        // A payload may hold bytes that look like a frame; the numbers of real ones ascend.
        return frame == null || frame.sequence() <= lastSequence ? null : frame;
    }

    private long findMagic(long from, long limit) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
        for (long start = from; limit - start >= FrameFormat.HEADER_BYTES; start += WINDOW - Integer.BYTES + 1) {
            window.clear().limit((int) Math.min(WINDOW, limit - start));
            source.read(start, window);
            window.flip();
            for (int i = 0; i + Integer.BYTES <= window.limit(); i++) {
                if (window.getInt(i) == FrameFormat.MAGIC) {
                    return start + i;
                }
            }
        }
        return -1;
    }

    /**
     * Bytes that hold no frame.
     *
     * @param from first of them
     * @param to first byte behind them
     */
    record Damage(long from, long to) {}
}
