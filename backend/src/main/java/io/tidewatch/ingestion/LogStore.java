package io.tidewatch.ingestion;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.RowSelection.ModelKey;
import io.tidewatch.ingestion.log.Frame;
import io.tidewatch.ingestion.log.LogEntry;
import io.tidewatch.ingestion.log.LogFiles;
import io.tidewatch.ingestion.log.LogFolder;
import io.tidewatch.ingestion.log.LogFolders;
import io.tidewatch.ingestion.log.LogFullException;
import io.tidewatch.ingestion.log.LogOptions;
import io.tidewatch.ingestion.log.WriteAheadLog;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.profile.FeatureRollups;
import io.tidewatch.registry.ModelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The log of this backend, the thread that stores it, and logs that other backends have left for good. */
@ApplicationScoped
class LogStore implements LogResidue {

    private static final Logger LOG = Logger.getLogger(LogStore.class);
    private static final long JOIN_MILLIS = 20_000;
    /** How much earlier than it was appended an event may have been received: requests may be read slowly. */
    private static final Duration READING = Duration.ofMinutes(5);

    private final IngestionConfig limits;
    private final LogConfig config;
    private final Clock clock;
    private final EventAccounts accounts;
    private final DrainRate rate;
    private final RandomGenerator random;
    private final Supplier<BatchWriter> writers;
    private final AtomicBoolean adopting = new AtomicBoolean();
    private volatile @Nullable Running running;

    LogStore(
            IngestionConfig limits,
            LogConfig config,
            Clock clock,
            EventAccounts accounts,
            DrainRate rate,
            IngestionQueries queries,
            Tombstones tombstones,
            DeadLetterPayloads payloads,
            FeatureRollups rollups,
            RandomGenerator random) {
        this.limits = limits;
        this.config = config;
        this.clock = clock;
        this.accounts = accounts;
        this.rate = rate;
        this.random = random;
        this.writers = () -> new BatchWriter(queries, tombstones, payloads, rollups, this::forget, random);
    }

    /** Takes up the log where an earlier run has left it. */
    synchronized void open() {
        LogFiles files = LogFiles.real();
        LogFolders folders = new LogFolders(config.folder(), files);
        try {
            LogFolder folder = folders.own();
            RecentIds recent = recover(folder);
            WriteAheadLog log = new WriteAheadLog(folder, options(), clock::millis, files).start();
            BatchWriter writer = writers.get();
            EventDrain drain = new EventDrain(folder, writer, accounts, rate, config, clock);
            Thread thread = Thread.ofPlatform().name("event-writer").daemon().start(drain::run);
            running = new Running(folders, folder, recent, log, writer, drain, thread);
        } catch (IOException e) {
            throw new UncheckedIOException("The log in " + config.folder() + " can't be opened", e);
        }
    }

    private LogOptions options() {
        return new LogOptions(config.segmentBytes(), config.maxBytes(), limits.maxWaitingBytes());
    }

    private RecentIds newRecentIds(long since) {
        return new RecentIds(config.recentIds(), since, random.nextLong());
    }

    private RecentIds recover(LogFolder folder) throws IOException {
        Recovery recovery = new Recovery(folder);
        recovery.run();
        readAccounts(folder.state());
        LOG.infof(
                "The log in %s holds %d bytes of events that are not stored yet",
                folder.path(), folder.unstoredBytes());
        return recovery.recent;
    }

    private void readAccounts(ByteBuffer state) throws IOException {
        if (state.hasRemaining()) {
            byte[] bytes = new byte[state.remaining()];
            state.duplicate().get(bytes);
            accounts.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        }
    }

    CompletableFuture<Long> append(long bytes, Supplier<LogEntry> decide) throws LogFullException {
        return running().log().append(bytes, decide);
    }

    CompletableFuture<Void> stored(long sequence) {
        return running().drain().stored(sequence);
    }

    /** Ids that came lately; to be used by one thread at a time, which holds its monitor. */
    RecentIds recent() {
        return running().recent();
    }

    /** Number of the log. */
    long id() {
        return running().folder().id();
    }

    /** Every entry up to this number is stored. */
    long storedThrough() {
        return running().folder().storedThrough();
    }

    /** Number of the latest durable entry. */
    long lastEntry() {
        return running().folder().lastSequence();
    }

    long unstoredBytes() {
        return running().log().unstoredBytes();
    }

    @Override
    public Uni<Optional<Instant>> oldest() {
        return Uni.createFrom().item(() -> {
            Running current = running();
            try {
                current.log().seal();
                current.folder().releaseAll();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            long since = current.folder().since();
            return since == 0
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(since).minus(READING));
        });
    }

    /** False while nothing leaves the log. */
    boolean isStoring() {
        return !running().writer().patience().isWaiting() && running().writer().halt() == null;
    }

    /** Why the writer has stopped although the event store answers; null if it has not. */
    @Nullable
    String halt() {
        return running().writer().halt();
    }

    /** Stores what backends have left that are gone for good. */
    @Scheduled(every = "60s", delayed = "10s")
    void adopt() {
        Running current = running;
        if (current == null || !adopting.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().name("event-writer-adopted").daemon().start(() -> {
            try {
                adopt(current);
            } catch (IOException | RuntimeException e) {
                LOG.warn("A log that was left can't be stored yet", e);
            } finally {
                adopting.set(false);
            }
        });
    }

    private void adopt(Running current) throws IOException {
        LogFolder left = current.folders().left();
        while (left != null) {
            try (LogFolder folder = left) {
                new Recovery(folder).run();
                LOG.infof("Storing %d bytes of the log %s, which was left", folder.unstoredBytes(), folder.path());
                readAccounts(folder.state());
                new EventDrain(folder, current.writer(), accounts, rate, config, clock).drain();
                folder.delete();
            }
            left = current.folders().left();
        }
    }

    private void forget(ModelKey model, UUID id) {
        RecentIds recent = recent();
        synchronized (recent) {
            recent.remove(recent.key(model.organization(), model.model(), id));
        }
    }

    /** Ends writing; what is not stored stays in the log. */
    synchronized void close() {
        Running current = running;
        if (current == null) {
            return;
        }
        running = null;
        current.log().close();
        current.writer().patience().stop();
        current.folder().wake();
        try {
            current.thread().join(JOIN_MILLIS);
            current.folder().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The lock of the log can't be given back", e);
        }
    }

    private Running running() {
        Running current = running;
        if (current == null) {
            throw new IllegalStateException("The log is not open");
        }
        return current;
    }

    /** Counts and remembers what an earlier run has left. */
    private final class Recovery {

        private final LogFolder folder;
        private RecentIds recent;
        private boolean begun;

        Recovery(LogFolder folder) {
            this.folder = folder;
            this.recent = newRecentIds(clock.millis());
        }

        void run() throws IOException {
            long damaged = folder.recover(recovered -> take(recovered));
            if (damaged > 0) {
                LOG.warnf("The log in %s has %d bytes that hold no event", folder.path(), damaged);
            }
        }

        private void take(LogFolder.Recovered recovered) {
            Frame frame = recovered.frame();
            if (!begun) {
                begun = true;
                recent = newRecentIds(folder.since());
            }
            boolean predictions = frame.kind() == PredictionEntry.KIND;
            if (!recovered.stored()) {
                accounts.accepted(
                        new OrganizationId(frame.organization()),
                        new ModelId(frame.model()),
                        predictions ? EventKind.PREDICTION : EventKind.GROUND_TRUTH,
                        frame.rows());
            }
            if (predictions) {
                remember(new PredictionFrame(frame));
            }
        }

        private void remember(PredictionFrame frame) {
            for (int row = 0; row < frame.rows(); row++) {
                recent.put(
                        recent.key(frame.organization(), frame.model(), frame.id(row)),
                        frame.hash(row),
                        clock.millis());
            }
        }
    }

    private record Running(
            LogFolders folders,
            LogFolder folder,
            RecentIds recent,
            WriteAheadLog log,
            BatchWriter writer,
            EventDrain drain,
            Thread thread) {}
}
