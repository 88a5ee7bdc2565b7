package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of one log, locked as long as this is open: segments, the checkpoint, the lock. */
public final class LogFolder implements AutoCloseable {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final String LOCK = "lock";

    // Closing any channel to a file gives back the locks that this process holds on it, so none is opened twice.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockChannel;
    private final long id;
    private final CheckpointFile checkpoints;
    private final CopyOnWriteArrayList<Segment> segments = new CopyOnWriteArrayList<>();

    private long lastSequence;
    private long storedThrough;
    private long unstoredBytes;
    private long wakes;
    private ByteBuffer state = ByteBuffer.allocate(0);

    private LogFolder(Path path, FileChannel lockChannel, long id, LogFiles files) {
        this.path = path;
        this.lockChannel = lockChannel;
        this.id = id;
        this.checkpoints = new CheckpointFile(path, files);
    }

    /** Locks a folder, which is created if it is missing; null if somebody else holds it. */
    public static @Nullable LogFolder open(Path path, LogFiles files) throws IOException {
        Files.createDirectories(path);
        Path real = path.toRealPath();
        if (!HELD.add(real)) {
            return null;
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    real.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                return null;
            }
            long id = id(channel);
            files.syncFolder(real);
            FileChannel held = channel;
            channel = null;
            return new LogFolder(real, held, id, files);
        } finally {
            if (channel != null) {
                channel.close();
                HELD.remove(real);
            }
        }
    }

    /** The number in the lock file; a new one is durable before it is used. */
    private static long id(FileChannel lock) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
        Segment.fill(lock, 0, bytes);
        if (!bytes.hasRemaining()) {
            return bytes.getLong(0);
        }
        long id = UUID.randomUUID().getLeastSignificantBits() >>> 2;
        bytes.clear().putLong(0, id);
        while (bytes.hasRemaining()) {
            lock.write(bytes, bytes.position());
        }
        lock.force(true);
        return id;
    }

    /** True if a folder looks like one of a log. */
    public static boolean isLog(Path path) {
        return Files.exists(path.resolve(LOCK));
    }

    /**
     * Reads everything that an earlier run has left.
     *
     * @param frames receives every frame, also of those that are stored already
     * @return how many bytes were damaged
     */
    public long recover(Consumer<Recovered> frames) throws IOException {
        CheckpointFile.Checkpoint checkpoint = checkpoints.read();
        if (checkpoint != null) {
            storedThrough = checkpoint.storedThrough();
            state = checkpoint.state();
        }
        for (Path file : segmentFiles()) {
            Segment segment = Segment.left(file);
            if (segment == null) {
                Files.delete(file);
            } else {
                segments.add(segment);
            }
        }
        lastSequence = storedThrough;
        LogReader reader = new LogReader(this, 0);
        try (reader) {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                boolean stored = frame.sequence() <= storedThrough;
                lastSequence = Math.max(lastSequence, frame.sequence());
                unstoredBytes += stored ? 0 : bytes(frame);
                frames.accept(new Recovered(frame, stored));
            }
        }
        checkpoints.reserve();
        return reader.damagedBytes();
    }

    private List<Path> segmentFiles() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Segment::isSegment).sorted().toList();
        }
    }

    /** Number of this log, different from that of every other; positive. */
    public long id() {
        return id;
    }

    /** Where the files are. */
    public Path path() {
        return path;
    }

    /** A reader of what is not stored yet, now and later. */
    public LogReader reader() {
        return new LogReader(this, storedThrough());
    }

    /** What was remembered with the checkpoint; empty if there was none. */
    public ByteBuffer state() {
        return state;
    }

    /** Largest number of a frame. */
    public synchronized long lastSequence() {
        return lastSequence;
    }

    /** Largest number that a frame has or, if it is lost, had: the names of files are taken, too. */
    long lastTaken() {
        return segments.stream()
                .mapToLong(segment -> segment.header().firstSequence())
                .reduce(lastSequence(), Math::max);
    }

    /** Every frame up to this number is stored. */
    public synchronized long storedThrough() {
        return storedThrough;
    }

    /** Bytes of frames that are not stored. */
    public synchronized long unstoredBytes() {
        return unstoredBytes;
    }

    /** Milliseconds since 1970 from which on every frame is here; 0 if there is none. */
    public long since() {
        return segments.isEmpty() ? 0 : segments.getFirst().header().createdAt();
    }

    /** Notes durably that everything up to a frame is stored. */
    public void checkpoint(long through, long bytes, ByteBuffer newState) throws IOException {
        checkpoints.write(new CheckpointFile.Checkpoint(through, newState));
        synchronized (this) {
            storedThrough = through;
            unstoredBytes -= bytes;
        }
    }

    /**
     * Deletes segments of which everything was stored, once they are old or take too much space.
     *
     * @param keptBytes most bytes of such segments
     */
    public void release(long nowMillis, Duration kept, long keptBytes) throws IOException {
        release(nowMillis, kept, keptBytes, false);
    }

    /** Deletes all segments of which everything was stored; for a full disk, and for an erasure. */
    public void releaseAll() throws IOException {
        release(0, Duration.ZERO, 0, true);
    }

    private synchronized void release(long nowMillis, Duration kept, long keptBytes, boolean lastToo)
            throws IOException {
        long through = storedThrough;
        long spare = segments.stream().mapToLong(Segment::end).sum() - unstoredBytes - keptBytes;
        while (segments.size() > (lastToo ? 0 : 1)) {
            Segment segment = segments.getFirst();
            boolean stored = segment.isSealed() && segment.lastSequence() <= through;
            boolean tooMuch =
                    spare > 0 || Files.getLastModifiedTime(segment.path()).toMillis() < nowMillis - kept.toMillis();
            if (!stored || !(tooMuch || lastToo)) {
                break;
            }
            Files.deleteIfExists(segment.path());
            segments.remove(segment);
            spare -= segment.end();
        }
        checkpoints.reserve();
    }

    /** Waits until there is a frame behind this one, {@link #wake()} is called, or the time is over. */
    public synchronized boolean awaitBeyond(long sequence, long millis) throws InterruptedException {
        long woken = wakes;
        long deadline = System.nanoTime() + millis * NANOS_PER_MILLI;
        long left = millis;
        while (lastSequence <= sequence && wakes == woken && left > 0) {
            wait(left);
            left = (deadline - System.nanoTime()) / NANOS_PER_MILLI;
        }
        return lastSequence > sequence;
    }

    /** Ends waiting in {@link #awaitBeyond}. */
    public synchronized void wake() {
        wakes++;
        notifyAll();
    }

    /** Bytes that a frame takes. */
    public static long bytes(Frame frame) {
        return FrameFormat.HEADER_BYTES + (long) frame.payload().capacity();
    }

    /** Deletes everything; only for a log that holds nothing unstored. */
    public void delete() throws IOException {
        if (unstoredBytes() > 0) {
            throw new IllegalStateException("The log still holds events");
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        close();
        Files.delete(path);
    }

    @Override
    public void close() throws IOException {
        if (lockChannel.isOpen()) {
            lockChannel.close();
            HELD.remove(path);
        }
    }

    void add(Segment segment) {
        segments.add(segment);
    }

    synchronized void grown(Segment segment, long end, long sequence, long bytes) {
        segment.grown(end, sequence);
        lastSequence = sequence;
        unstoredBytes += bytes;
        notifyAll();
    }

    List<Segment> segments() {
        return segments;
    }

    static ByteSource source(FileChannel channel) {
        return (long position, ByteBuffer into) -> Segment.fill(channel, position, into);
    }

    /**
     * A frame that an earlier run has left.
     *
     * @param stored whether the checkpoint covers it
     */
    public record Recovered(Frame frame, boolean stored) {}
}
