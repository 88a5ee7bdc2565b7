package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries and says so when they are durable. One thread writes: while it syncs, what arrives waits, and is then
 * written and synced together, so that one sync is shared by all that came meanwhile.
 *
 * <p>A sync that fails leaves unknown what is on disk. Everything that waited for it has failed, and the segment is never
 * touched again: the next one says in its header from which number on the frames before it do not count.
 */
public final class WriteAheadLog implements AutoCloseable {

    /** The numbers of entries are milliseconds since 1970 and this many bits to count within one. */
    static final int COUNTER_BITS = 20;

    private static final long MAX_GROUP_BYTES = 8 << 20;

    private final LogFolder folder;
    private final LogOptions options;
    private final LongSupplier clockMillis;
    private final LogFiles files;
    private final Thread thread;

    private final Object lock = new Object();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean closed;
    private boolean sealing;

    // Of the writing thread only.
    private long lastSequence;
    private long validBefore;
    private @Nullable Segment active;
    private LogFiles.@Nullable WritableFile file;

    /**
     * Continues the log of this folder.
     *
     * @param folder locked and recovered
     */
    public WriteAheadLog(LogFolder folder, LogOptions options, LongSupplier clockMillis, LogFiles files) {
        this.folder = folder;
        this.options = options;
        this.clockMillis = clockMillis;
        this.files = files;
        this.lastSequence = folder.lastTaken();
        this.validBefore = lastSequence + 1;
        this.thread = Thread.ofPlatform().name("write-ahead-log").daemon().unstarted(this::run);
    }

    /** Starts to write. */
    public WriteAheadLog start() {
        thread.start();
        return this;
    }

    /**
     * Appends an entry.
     *
     * @param bytes most bytes that its payload may have
     * @param decide makes the entry, seeing the outcome of every decision before it: one at a time, and never between a
     *     failed write and {@link LogEntry#lost()}
     * @return the entry's number once it is durable, or an earlier one if it has no rows; fails with {@link
     *     LogWriteException}
     * @throws LogFullException if it does not fit; nothing was decided
     */
    public CompletableFuture<Long> append(long bytes, Supplier<? extends LogEntry> decide) throws LogFullException {
        synchronized (lock) {
            long unstored = folder.unstoredBytes() + queuedBytes;
            if (closed || unstored + bytes > options.maxBytes() || queuedBytes + bytes > options.maxQueuedBytes()) {
                throw new LogFullException(unstored);
            }
            Waiting waiting = new Waiting(decide.get(), new CompletableFuture<>());
            queue.add(waiting);
            queuedBytes += waiting.bytes();
            lock.notifyAll();
            return waiting.done();
        }
    }

    /** Ends the segment that is written to, soon: what comes next goes to a new one, and this one can be released. */
    public void seal() {
        synchronized (lock) {
            sealing = true;
            lock.notifyAll();
        }
    }

    /** Bytes that wait to be stored or written. */
    public long unstoredBytes() {
        synchronized (lock) {
            return folder.unstoredBytes() + queuedBytes;
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (List<Waiting> group = take(); !group.isEmpty(); group = take()) {
            write(group);
        }
        abandon();
    }

    /** Waits for something to write; empty when there will be nothing any more. */
    private List<Waiting> take() {
        synchronized (lock) {
            try {
                while (queue.isEmpty() && !closed) {
                    if (sealing) {
                        sealing = false;
                        abandon();
                    }
                    lock.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            List<Waiting> group = new ArrayList<>();
            long bytes = 0;
            while (!queue.isEmpty() && (group.isEmpty() || bytes < MAX_GROUP_BYTES)) {
                Waiting next = queue.remove();
                bytes += next.bytes();
                group.add(next);
            }
            return group;
        }
    }

    private void write(List<Waiting> group) {
        try {
            long[] sequences = append(group);
            settle(group);
            for (int i = 0; i < sequences.length; i++) {
                group.get(i).done().complete(sequences[i]);
            }
        } catch (IOException | RuntimeException e) {
            abandonFailed();
            freeSpace();
            LogWriteException failure = new LogWriteException("The disk did not take it: " + e.getMessage(), e);
            allLost(group).forEach(waiting -> waiting.done().completeExceptionally(failure));
        }
    }

    private void settle(List<Waiting> group) {
        synchronized (lock) {
            group.forEach(waiting -> queuedBytes -= waiting.bytes());
        }
    }

    /** What waits now was decided in the belief that the group would be durable, so it is lost with it. */
    private List<Waiting> allLost(List<Waiting> group) {
        synchronized (lock) {
            List<Waiting> all = new ArrayList<>(group);
            all.addAll(queue);
            queue.clear();
            queuedBytes = 0;
            all.forEach(waiting -> waiting.entry().lost());
            return all;
        }
    }

    private long[] append(List<Waiting> group) throws IOException {
        long[] sequences = new long[group.size()];
        List<ByteBuffer> buffers = new ArrayList<>();
        long first = 0;
        long bytes = 0;
        for (int i = 0; i < sequences.length; i++) {
            LogEntry entry = group.get(i).entry();
            if (entry.rows() > 0) {
                lastSequence = Math.max(lastSequence + 1, clockMillis.getAsLong() << COUNTER_BITS);
                first = first == 0 ? lastSequence : first;
                entry.stamp(lastSequence);
                buffers.add(FrameFormat.header(entry, lastSequence));
                buffers.add(ByteBuffer.wrap(entry.payload(), 0, entry.length()));
                bytes += group.get(i).bytes();
            }
            sequences[i] = lastSequence;
        }
        if (!buffers.isEmpty()) {
            Segment segment = writable(first);
            LogFiles.WritableFile out = openFile();
            out.append(buffers.toArray(ByteBuffer[]::new));
            out.sync();
            validBefore = lastSequence + 1;
            folder.grown(segment, segment.end() + bytes, lastSequence, bytes);
        }
        return sequences;
    }

    /** The segment to append to; a new one is made durable first. */
    private Segment writable(long firstSequence) throws IOException {
        Segment segment = active;
        if (segment != null && segment.end() >= options.segmentBytes()) {
            abandon();
            segment = null;
        }
        if (segment == null) {
            SegmentHeader header = new SegmentHeader(firstSequence, validBefore, clockMillis.getAsLong());
            Path path = Segment.path(folder.path(), firstSequence);
            try {
                LogFiles.WritableFile created = files.create(path);
                file = created;
                created.append(new ByteBuffer[] {header.bytes()});
                created.sync();
                files.syncFolder(folder.path());
            } catch (IOException e) {
                abandon();
                Files.deleteIfExists(path);
                throw e;
            }
            segment = new Segment(path, header, SegmentHeader.BYTES, false);
            active = segment;
            folder.add(segment);
        }
        return segment;
    }

    private LogFiles.WritableFile openFile() {
        LogFiles.WritableFile open = file;
        if (open == null) {
            throw new IllegalStateException("A writable segment has a file");
        }
        return open;
    }

    /** Leaves a segment whose end is unknown. Cutting it frees space on a full disk; it need not succeed. */
    private void abandonFailed() {
        LogFiles.WritableFile open = file;
        Segment segment = active;
        if (open != null && segment != null) {
            try {
                open.truncate(segment.end());
            } catch (IOException | RuntimeException ignored) {
                // The header of the next segment says that the rest does not count.
            }
        }
        abandon();
    }

    /** Perhaps the disk is full: what is stored need not be kept then. */
    private void freeSpace() {
        try {
            folder.releaseAll();
        } catch (IOException | RuntimeException ignored) {
            // The next write will tell.
        }
    }

    private void abandon() {
        Segment segment = active;
        LogFiles.WritableFile open = file;
        active = null;
        file = null;
        if (segment != null) {
            segment.seal();
        }
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // Everything that counts was synced.
            }
        }
    }

    private record Waiting(LogEntry entry, CompletableFuture<Long> done) {

        long bytes() {
            return FrameFormat.HEADER_BYTES + (long) entry.length();
        }
    }
}
