package io.tidewatch.sdk.internal.spool;

import java.io.FileInputStream;
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
 * deleted when its last frame has been removed; after a crash or restart the frames of a segment that was being read come
 * again, so whoever receives them must recognize repetitions. Not thread-safe.
 */
public final class Spool implements AutoCloseable {

    private static final int MAX_SEGMENT_BYTES = 1 << 20;

    private final SpoolDirectory directory;
    private final long maxBytes;

    /** A segment is closed when it reaches this; so much is repeated at most after a restart. */
    private final long segmentBytes;

    private final Deque<Segment> segments = new ArrayDeque<>();
    private long bytes;
    private long events;
    private long nextNumber = 1;

    /** Not a channel: an interrupt of the thread would close a channel under way. */
    private @Nullable RandomAccessFile writer;

    /** Content of the oldest segment, while it is being read. */
    private byte @Nullable [] head;

    private static final class Segment {
        final Path path;
        /** Where the next frame will be written. */
        int validBytes;
        /** Where the first frame is that has not been removed. */
        int readPosition = FrameFormat.MAGIC.length;
        /** Frames not yet removed. */
        int frames;

        Segment(Path path, int validBytes, int frames) {
            this.path = path;
            this.validBytes = validBytes;
            this.frames = frames;
        }
    }

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
        List<Path> own = directory.segments();
        long number = own.isEmpty() ? 0 : SpoolDirectory.number(own.get(own.size() - 1));
        long size = 0;
        for (Path path : own) {
            size += Files.size(path);
        }
        directory.adopt(maxBytes - size, number + 1);
        long unusable = 0;
        for (Path path : directory.segments()) {
            nextNumber = SpoolDirectory.number(path) + 1;
            unusable += recover(path);
        }
        return unusable;
    }

    private long recover(Path path) throws IOException {
        byte[] content = read(path);
        int position = FrameFormat.isSegment(content) ? FrameFormat.MAGIC.length : 0;
        int frames = 0;
        for (Frame frame = position == 0 ? null : FrameFormat.get(content, position);
                frame != null;
                frame = FrameFormat.get(content, position)) {
            position += FrameFormat.OVERHEAD + frame.length();
            frames++;
        }
        if (frames == 0) {
            Files.delete(path);
        } else {
            truncate(path, position);
            segments.add(new Segment(path, position, frames));
            bytes += position;
            events += frames;
        }
        return (long) content.length - position;
    }

    /** Gives the disk space of an unusable tail back. */
    private static void truncate(Path path, int validBytes) throws IOException {
        if (Files.size(path) > validBytes) {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(validBytes);
            }
        }
    }

    /** Frames now inside. */
    public long events() {
        return events;
    }

    /** Whether {@link #append} would take that many bytes of content in that many frames. */
    public boolean hasRoomFor(long contentBytes, int frames) {
        return bytes + contentBytes + (long) frames * FrameFormat.OVERHEAD + FrameFormat.MAGIC.length <= maxBytes;
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
        segment.validBytes += added;
        segment.frames += frames.size();
        bytes += added;
        events += frames.size();
        if (segment.validBytes >= segmentBytes) {
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
        if (segment == null || segment.frames == 0) {
            return frames;
        }
        byte[] content = head(segment);
        int position = segment.readPosition;
        long size = 0;
        while (frames.size() < Math.min(maxFrames, segment.frames) && size < maxContentBytes) {
            Frame frame = position < segment.validBytes ? FrameFormat.get(content, position) : null;
            if (frame == null) {
                throw discard(segment, null);
            }
            frames.add(frame);
            size += frame.length();
            position += FrameFormat.OVERHEAD + frame.length();
        }
        return frames;
    }

    /** Removes the oldest frames, which must be those of the last {@link #peek}. */
    public void remove(List<Frame> frames) throws IOException {
        Segment segment = segments.element();
        for (Frame frame : frames) {
            segment.readPosition += FrameFormat.OVERHEAD + frame.length();
        }
        segment.frames -= frames.size();
        events -= frames.size();
        if (segment.frames == 0) {
            forget(segment);
            Files.deleteIfExists(segment.path);
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
        if (content == null || content.length < segment.validBytes) {
            try {
                content = read(segment.path);
            } catch (IOException e) {
                throw discard(segment, e);
            }
            head = content;
        }
        return content;
    }

    private SpoolDamagedException discard(Segment segment, @Nullable IOException cause) {
        int lost = segment.frames;
        events -= lost;
        forget(segment);
        if (cause == null) {
            // Its content is wrong. What could not be read at all stays, for the next process to try.
            deleteQuietly(segment.path);
        }
        return new SpoolDamagedException(lost, cause);
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Recovery will look at it again.
        }
    }

    private void forget(Segment segment) {
        if (segments.size() == 1) {
            closeWriterQuietly();
        }
        segments.remove(segment);
        bytes -= segment.validBytes;
        head = null;
    }

    private static byte[] read(Path path) throws IOException {
        try (FileInputStream in = new FileInputStream(path.toFile())) {
            return in.readAllBytes();
        }
    }

    private RandomAccessFile writer() throws IOException {
        RandomAccessFile open = writer;
        if (open != null) {
            return open;
        }
        Path path = directory.segment(nextNumber++);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.write(FrameFormat.MAGIC);
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(path);
            throw e;
        }
        directory.sync();
        segments.add(new Segment(path, FrameFormat.MAGIC.length, 0));
        bytes += FrameFormat.MAGIC.length;
        writer = file;
        return file;
    }

    /** After a failed write: what was written before stays valid, the torn rest is cut off or, later, recognized. */
    private void abandonWriter(Segment segment) {
        RandomAccessFile file = writer;
        if (file != null) {
            try {
                file.setLength(segment.validBytes);
            } catch (IOException e) {
                // Its checksum will not match.
            }
        }
        closeWriterQuietly();
        if (segment.frames == 0) {
            forget(segment);
            deleteQuietly(segment.path);
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
