package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a log in order, as far as they are durable. */
public final class LogReader implements AutoCloseable {

    private final LogFolder folder;
    private final long after;
    private @Nullable Open open;
    private long exhausted = Long.MIN_VALUE;
    private long damagedBytes;

    LogReader(LogFolder folder, long after) {
        this.folder = folder;
        this.after = after;
    }

    /** The next frame, or null if there is none yet. */
    public @Nullable Frame next() throws IOException {
        for (Open current = open == null ? openNext() : open; current != null; ) {
            // In this order: nothing is appended to a sealed segment.
            boolean sealed = current.segment().isSealed();
            Frame frame = current.scanner().next(current.segment().end(), sealed);
            if (frame != null && isReal(frame, current.segment())) {
                if (sealed && frame.sequence() > current.segment().lastSequence()) {
                    current.segment().grown(current.segment().end(), frame.sequence());
                }
                if (frame.sequence() > after) {
                    return frame;
                }
            } else if (frame == null && sealed) {
                exhausted = current.segment().header().firstSequence();
                // At once: a deleted file takes space as long as it is open.
                close();
                current = openNext();
            } else if (frame == null) {
                return null;
            }
        }
        return null;
    }

    /** Bytes that held no frame, so far. */
    public long damagedBytes() {
        return damagedBytes;
    }

    /** False for what was written but never acknowledged, because its sync failed. */
    private boolean isReal(Frame frame, Segment segment) {
        List<Segment> segments = folder.segments();
        int next = segments.indexOf(segment) + 1;
        return next >= segments.size()
                || frame.sequence() < segments.get(next).header().validBefore();
    }

    private @Nullable Open openNext() throws IOException {
        for (Segment segment : folder.segments()) {
            if (segment.header().firstSequence() > exhausted) {
                FileChannel channel = FileChannel.open(segment.path(), StandardOpenOption.READ);
                FrameScanner scanner = new FrameScanner(
                        LogFolder.source(channel),
                        SegmentHeader.BYTES,
                        segment.header().firstSequence() - 1);
                open = new Open(segment, channel, scanner);
                return open;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        Open current = open;
        if (current != null) {
            current.scanner().damages().forEach(damage -> damagedBytes += damage.to() - damage.from());
            current.channel().close();
        }
        open = null;
    }

    private record Open(Segment segment, FileChannel channel, FrameScanner scanner) {}
}
