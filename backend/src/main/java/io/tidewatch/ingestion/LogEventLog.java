package io.tidewatch.ingestion;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tidewatch.ingestion.AppendResult.RowOutcome;
import io.tidewatch.ingestion.EventAccounts.Settlement;
import io.tidewatch.ingestion.log.LogEntry;
import io.tidewatch.ingestion.log.LogFullException;
import io.tidewatch.platform.problem.ErrorCode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps events in the write-ahead log; what is in it reaches the event store later, whatever happens in between.
 * Repetitions are told by the ids that came lately.
 */
@ApplicationScoped
class LogEventLog implements EventLog {

    private static final Logger LOG = Logger.getLogger(LogEventLog.class);
    private static final Duration DISK_AGAIN = Duration.ofSeconds(5);
    private static final int VERSION_7 = 7;
    private static final int TIME_SHIFT = 16;

    private final LogStore store;
    private final EventAccounts accounts;
    private final DrainRate drainRate;
    private final IngestionConfig config;
    private final Clock clock;

    LogEventLog(
            LogStore store,
            EventAccounts accounts,
            DrainRate drainRate,
            IngestionConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.accounts = accounts;
        this.drainRate = drainRate;
        this.config = config;
        this.clock = clock;
        meters.gauge("tidewatch.ingestion.log.bytes", store, LogStore::unstoredBytes);
        meters.gauge("tidewatch.ingestion.log.events", accounts, EventAccounts::pending);
    }

    void start(@Observes StartupEvent event) {
        store.open();
    }

    @PreDestroy
    void stop() {
        store.close();
    }

    @Override
    public Uni<AppendResult> append(PredictionBatch batch) {
        AppendResult result = new AppendResult(batch.size());
        return append(PredictionEntry.maxBytes(batch), () -> decide(batch, result))
                .map(result::writtenAs);
    }

    @Override
    public Uni<AppendResult> append(GroundTruthBatch batch) {
        int rows = batch.truths().size();
        AppendResult result = new AppendResult(rows);
        return append(TruthEntry.maxBytes(batch), () -> {
                    accounts.accepted(batch.organization(), batch.model(), EventKind.GROUND_TRUTH, rows);
                    return new TruthEntry(
                            batch,
                            () -> accounts.settled(
                                    batch.organization(),
                                    batch.model(),
                                    EventKind.GROUND_TRUTH,
                                    new Settlement(0, 0, rows)));
                })
                .map(result::writtenAs);
    }

    @Override
    public long id() {
        return store.id();
    }

    @Override
    public Uni<Void> stored(long sequence) {
        return Uni.createFrom().completionStage(() -> store.stored(sequence));
    }

    private Uni<Long> append(long bytes, Supplier<LogEntry> decide) {
        return Uni.createFrom()
                .completionStage(() -> {
                    try {
                        return store.append(bytes, decide);
                    } catch (LogFullException e) {
                        return CompletableFuture.failedFuture(ErrorCode.INGESTION_OVERLOADED
                                .problem()
                                .retryAfter(store.isStoring() ? drainRate.timeFor(bytes) : DrainRate.LONGEST));
                    }
                })
                .onFailure(io.tidewatch.ingestion.log.LogWriteException.class)
                .transform(failure -> {
                    LOG.error("The log can't be written", failure);
                    return ErrorCode.LOG_UNAVAILABLE
                            .problem()
                            .retryAfter(DISK_AGAIN)
                            .causedBy(failure);
                });
    }

    /** Decides about every row, and notes what is accepted. Runs alone. */
    private LogEntry decide(PredictionBatch batch, AppendResult result) {
        RecentIds recent = store.recent();
        BitSet unchecked = new BitSet();
        synchronized (recent) {
            long now = clock.millis();
            for (int row = 0; row < batch.size(); row++) {
                if (batch.isUnique(row)) {
                    continue;
                }
                long key = recent.key(batch.organization(), batch.model(), batch.id(row));
                switch (recent.find(key, batch.hash(row))) {
                    case SAME -> result.set(row, RowOutcome.DUPLICATE);
                    case OTHER -> result.set(row, RowOutcome.CONFLICT);
                    case NONE -> {
                        unchecked.set(row, !isNew(batch, row, recent.since()));
                        recent.put(key, batch.hash(row), now);
                    }
                }
            }
        }
        int accepted = result.count(RowOutcome.ACCEPTED);
        accounts.accepted(batch.organization(), batch.model(), EventKind.PREDICTION, accepted);
        return new PredictionEntry(batch, result, unchecked, () -> takeBack(batch, result, accepted));
    }

    private void takeBack(PredictionBatch batch, AppendResult result, int accepted) {
        RecentIds recent = store.recent();
        synchronized (recent) {
            for (int row = 0; row < batch.size(); row++) {
                if (!batch.isUnique(row) && result.outcome(row) == RowOutcome.ACCEPTED) {
                    recent.remove(recent.key(batch.organization(), batch.model(), batch.id(row)));
                }
            }
        }
        accounts.settled(batch.organization(), batch.model(), EventKind.PREDICTION, new Settlement(0, 0, accepted));
    }

    /** False if a prediction with this id may have been stored before ids were remembered. */
    private boolean isNew(PredictionBatch batch, int row, long since) {
        UUID id = batch.id(row);
        // The clocks of senders may be ahead by what is accepted as the time of an event.
        long margin = config.maxAhead().toMillis();
        boolean youngId = id.version() == VERSION_7 && (id.getMostSignificantBits() >>> TIME_SHIFT) >= since + margin;
        return youngId || batch.modelCreatedAt().toEpochMilli() >= since;
    }
}
