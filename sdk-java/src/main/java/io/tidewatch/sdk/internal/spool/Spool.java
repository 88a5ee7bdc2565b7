package io.tidewatch.sdk.internal.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue of frames in segment files. What {@link #append} took is on disk ({@code fsync}) when it returns. A segment is
 * deleted when its last frame has been removed; how far it was read is noted in it without waiting for the disk, so after a
 * power failure frames may come again, and whoever receives them must recognize repetitions. Not thread-safe.
 */
public final class Spool implements AutoCloseable {

    private static final int MAX_SEGMENT_BYTES = 1 << 20;

    private final SpoolDirectory directory;
    private final long maxBytes;

    /** A segment is closed when it reaches this. */
    private final long segmentBytes;

    private final Deque<Segment> segments = new ArrayDeque<>();
    private long bytes;
    private long events;
    private long nextNumber = 1;

    /** Open at the end of the last segment; null if the next append begins a new one. */
    private @Nullable RandomAccessFile writer;

    /** Content of the first segment, while it is being read. */
    private byte @Nullable [] head;

    private Spool(SpoolDirectory directory, long maxBytes) {
        this.directory = directory;
        this.maxBytes = maxBytes;
        // Space comes back by whole segments: several must fit.
        this.segmentBytes = Math.min(MAX_SEGMENT_BYTES, maxBytes / 8);
    }

    /**
     * Claims a folder below {@code parent}; call {@link #recover} next.
     *
     * @param maxBytes how much disk the segments may take
     */
    public static Spool open(Path parent, long maxBytes) throws IOException {
        return new Spool(SpoolDirectory.claim(parent), maxBytes);
    }

    /**
     * Reads what earlier processes have left. A damaged segment is used up to the damage.
     *
     * @return bytes that could not be used
     */
    public long recover() throws IOException {
        long size = 0;
        for (Path path : directory.segments()) {
            nextNumber = SpoolDirectory.number(path) + 1;
            size += Files.size(path);
        }
        nextNumber = directory.adopt(maxBytes - size, nextNumber);
        long unusable = 0;
        for (Path path : directory.segments()) {
            long before = Files.size(path);
            Segment segment = Segment.recover(path);
            unusable += before - segment.end();
            if (segment.frames() == 0) {
                segment.delete();
            } else {
                segments.add(segment);
                bytes += segment.end();
                events += segment.frames();
            }
        }
        return unusable;
    }

    /** Frames now inside. */
    public long events() {
        return events;
    }

    /** Whether {@link #append} would take that many bytes of content in that many frames. */
    public boolean hasRoomFor(long contentBytes, int frames) {
        return bytes + contentBytes + (long) frames * FrameFormat.OVERHEAD + Segment.HEADER <= maxBytes;
    }

    /** Appends all frames, or none if it fails. */
    public void append(List<Frame> frames) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(FrameFormat.size(frames)));
        for (Frame frame : frames) {
            FrameFormat.put(frame, buffer);
        }
        int added = buffer.position();
        RandomAccessFile file = writer();
        Segment segment = segments.getLast();
        try {
            file.write(buffer.array(), 0, added);
            file.getFD().sync();
        } catch (IOException e) {
            abandonWriter(segment);
            throw e;
        }
        segment.appended(added, frames.size());
        bytes += added;
        events += frames.size();
        if (segment.end() >= segmentBytes) {
            closeWriter();
        }
    }

    /**
     * The oldest frames, at least one unless the spool is empty, without removing them.
     *
     * @param maxFrames at most so many
     * @param maxContentBytes no further frame once this is reached
     * @throws SpoolDamagedException if a segment cannot be read back; its frames are gone, the others are not
     */
    public List<Frame> peek(int maxFrames, long maxContentBytes) throws SpoolDamagedException {
        List<Frame> frames = new ArrayList<>();
        Segment segment = segments.peek();
        if (segment == null) {
            return frames;
        }
        byte[] content = head(segment);
        int position = segment.readPosition();
        long size = 0;
        while (frames.size() < Math.min(maxFrames, segment.frames()) && size < maxContentBytes) {
            Frame frame = Segment.frame(content, position, segment.end());
            if (frame == null) {
                throw discard(segment, null);
            }
            frames.add(frame);
            size += frame.length();
            position = frame.end();
        }
        return frames;
    }

    /** Removes the oldest frames, which must be the first ones of the last {@link #peek}. */
    public void remove(List<Frame> frames) throws IOException {
        if (frames.isEmpty()) {
            return;
        }
        Segment segment = segments.element();
        segment.removed(frames);
        events -= frames.size();
        if (segment.frames() == 0) {
            forget(segment);
            segment.delete();
        } else {
            segment.writeReadPosition();
        }
    }

    /** Closes the files; what is inside stays for the next process. */
    @Override
    public void close() throws IOException {
        closeWriter();
        directory.close();
    }

    private byte[] head(Segment segment) throws SpoolDamagedException {
        byte[] content = head;
        // The segment being written may have grown since it was read.
        if (content == null || content.length < segment.end()) {
            try {
                content = segment.content();
            } catch (IOException e) {
                throw discard(segment, e);
            }
            head = content;
        }
        return content;
    }

    private SpoolDamagedException discard(Segment segment, @Nullable IOException cause) {
        int lost = segment.frames();
        events -= lost;
        forget(segment);
        if (cause == null) {
            // Its content is wrong. What could not be read at all stays, for the next process to try.
            segment.deleteQuietly();
        }
        return new SpoolDamagedException(lost, cause);
    }

    private void forget(Segment segment) {
        if (segments.size() == 1) {
            closeWriterQuietly();
        }
        segments.remove(segment);
        bytes -= segment.end();
        head = null;
    }

    private RandomAccessFile writer() throws IOException {
        RandomAccessFile open = writer;
        if (open != null) {
            return open;
        }
        Segment segment = Segment.create(directory.segment(nextNumber++));
        directory.sync();
        open = segment.open();
        segments.add(segment);
        bytes += segment.end();
        writer = open;
        return open;
    }

    /** After a failed write: what was written before stays valid, the torn rest is cut off or, later, recognized. */
    private void abandonWriter(Segment segment) {
        RandomAccessFile file = writer;
        if (file != null) {
            try {
                file.setLength(segment.end());
            } catch (IOException e) {
                // Its checksum will not match.
            }
        }
        closeWriterQuietly();
        if (segment.frames() == 0) {
            forget(segment);
            segment.deleteQuietly();
        }
    }

    private void closeWriterQuietly() {
        try {
            closeWriter();
        } catch (IOException e) {
            // Everything that counts was forced to disk before.
        }
    }

    private void closeWriter() throws IOException {
        RandomAccessFile file = writer;
        writer = null;
        if (file != null) {
            file.close();
        }
    }
}
