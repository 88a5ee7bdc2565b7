package io.tidewatch.ingestion;

import io.tidewatch.ingestion.StorePatience.WriterStoppedException;
import io.tidewatch.ingestion.log.Frame;
import io.tidewatch.ingestion.log.LogFolder;
import io.tidewatch.ingestion.log.LogReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Moves events from a log to the event store, oldest first, for as long as it takes. One thread per log. */
final class EventDrain {

    private static final Logger LOG = Logger.getLogger(EventDrain.class);
    private static final long NANOS = 1_000_000;

    private final LogFolder folder;
    private final BatchWriter writer;
    private final EventAccounts accounts;
    private final DrainRate rate;
    private final LogConfig config;
    private final Clock clock;
    // Up to here, an earlier run may have stored what it did not note.
    private final long recoveredThrough;
    private final TreeMap<Long, List<CompletableFuture<Void>>> waiting = new TreeMap<>();

    EventDrain(
            LogFolder folder,
            BatchWriter writer,
            EventAccounts accounts,
            DrainRate rate,
            LogConfig config,
            Clock clock) {
        this.folder = folder;
        this.writer = writer;
        this.accounts = accounts;
        this.rate = rate;
        this.config = config;
        this.clock = clock;
        this.recoveredThrough = folder.lastSequence();
    }

    /** Completes when everything up to this entry is stored. */
    CompletableFuture<Void> stored(long sequence) {
        synchronized (waiting) {
            if (sequence <= folder.storedThrough()) {
                return CompletableFuture.completedFuture(null);
            }
            CompletableFuture<Void> done = new CompletableFuture<>();
            waiting.computeIfAbsent(sequence, ignored -> new ArrayList<>()).add(done);
            folder.wake();
            return done;
        }
    }

    /** Works until the writer is stopped. */
    void run() {
        try (LogReader reader = folder.reader()) {
            while (true) {
                storeAtLast(collect(reader));
            }
        } catch (WriterStoppedException e) {
            LOG.debug("The writer has stopped", e);
        } catch (IOException | RuntimeException e) {
            LOG.error("The log can't be read; its events wait for a restart", e);
        }
    }

    /** Stores all that is there, and returns. */
    void drain() throws IOException {
        try (LogReader reader = folder.reader()) {
            for (LogBatch batch = read(new LogBatch(), reader);
                    !batch.isEmpty();
                    batch = read(new LogBatch(), reader)) {
                store(batch, false);
            }
        }
    }

    /** Waits for events, then a little for more of them. */
    private LogBatch collect(LogReader reader) throws IOException {
        LogBatch batch = read(new LogBatch(), reader);
        long after = folder.storedThrough();
        while (batch.isEmpty()) {
            await(after, Duration.ofMinutes(1).toMillis());
            batch = read(batch, reader);
        }
        long deadline = System.nanoTime() + config.linger().toNanos();
        long left = config.linger().toMillis();
        while (left > 0 && !isFull(batch) && !isAwaited(batch)) {
            await(batch.lastSequence(), left);
            batch = read(batch, reader);
            left = (deadline - System.nanoTime()) / NANOS;
        }
        return batch;
    }

    private LogBatch read(LogBatch batch, LogReader reader) throws IOException {
        while (!isFull(batch)) {
            Frame frame = reader.next();
            if (frame == null) {
                break;
            }
            batch.add(frame);
        }
        return batch;
    }

    private void await(long after, long millis) {
        try {
            folder.awaitBeyond(after, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WriterStoppedException();
        }
        if (writer.patience().isStopped()) {
            throw new WriterStoppedException();
        }
    }

    private boolean isFull(LogBatch batch) {
        return batch.rows() >= config.batchEvents() || batch.bytes() >= config.batchBytes();
    }

    private boolean isAwaited(LogBatch batch) {
        synchronized (waiting) {
            return !waiting.isEmpty() && waiting.firstKey() <= batch.lastSequence();
        }
    }

    /** Nothing that goes wrong with a batch may end the thread: what is behind it waits, too. */
    private void storeAtLast(LogBatch batch) {
        for (int attempt = 0; ; attempt++) {
            try {
                store(batch, attempt > 0);
                return;
            } catch (WriterStoppedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                LOG.error("A batch of the log can't be stored; trying again", e);
                writer.patience().pause(attempt, e);
            }
        }
    }

    private void store(LogBatch batch, boolean again) throws IOException {
        DrainRate.Measurement measurement = rate.start(batch.bytes());
        Settlements settlements = writer.write(batch, folder.id(), again || batch.firstSequence() <= recoveredThrough);
        settlements.tell(accounts);
        checkpoint(batch);
        measurement.end();
        release(config.kept(), config.keptBytes());
        finish(batch.lastSequence());
    }

    /** The events are stored, but a restart would look for them again: worth any patience. */
    private void checkpoint(LogBatch batch) {
        for (int attempt = 0; ; attempt++) {
            try {
                folder.checkpoint(batch.lastSequence(), batch.bytes(), state());
                return;
            } catch (IOException e) {
                LOG.warn("The checkpoint of the log can't be written; trying again", e);
                release(Duration.ZERO, 0);
                writer.patience().pause(attempt, e);
            }
        }
    }

    private void release(Duration kept, long keptBytes) {
        try {
            folder.release(clock.millis(), kept, keptBytes);
        } catch (IOException e) {
            LOG.warn("Old files of the log can't be deleted", e);
        }
    }

    private ByteBuffer state() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            accounts.write(out);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private void finish(long through) {
        List<CompletableFuture<Void>> done = new ArrayList<>();
        synchronized (waiting) {
            var ready = waiting.headMap(through, true);
            ready.values().forEach(done::addAll);
            ready.clear();
        }
        done.forEach(one -> one.complete(null));
    }
}
