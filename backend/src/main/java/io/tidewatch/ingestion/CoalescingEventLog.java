package io.tidewatch.ingestion;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Writes to the event store and answers when it has the events on disk.
 *
 * <p>There is one lane per organization. While a lane writes, what arrives for it waits, and is then written together:
 * the busier it is, the larger the inserts and the cheaper each event. One group at a time per lane also means that
 * repetitions in parallel requests meet in one place, and that ground truth never misses its prediction.
 */
@ApplicationScoped
class CoalescingEventLog implements EventLog {

    private static final Logger LOG = Logger.getLogger(CoalescingEventLog.class);

    private final EventWriter writer;
    private final long maxWaitingBytes;
    private final int maxRowsPerInsert;
    private final DrainRate drainRate;
    private final AtomicLong waitingBytes = new AtomicLong();
    private final Map<OrganizationId, EventLane> lanes = new ConcurrentHashMap<>();

    CoalescingEventLog(EventWriter writer, IngestionConfig config, DrainRate drainRate, MeterRegistry meters) {
        this.writer = writer;
        this.maxWaitingBytes = config.maxWaitingBytes();
        this.maxRowsPerInsert = config.maxRowsPerInsert();
        this.drainRate = drainRate;
        meters.gauge("tidewatch.ingestion.waiting.bytes", waitingBytes);
    }

    @Override
    public Uni<AppendResult> append(PredictionBatch batch) {
        return Uni.createFrom().completionStage(() -> {
            EventWork.Predictions work = new EventWork.Predictions(batch, new CompletableFuture<>());
            offer(batch.organization(), work);
            return work.done();
        });
    }

    @Override
    public Uni<Void> append(GroundTruthBatch batch) {
        return Uni.createFrom().completionStage(() -> {
            EventWork.Truths work = new EventWork.Truths(batch, new CompletableFuture<>());
            offer(batch.organization(), work);
            return work.done();
        });
    }

    private void offer(OrganizationId organization, EventWork work) {
        EventLane lane = lanes.computeIfAbsent(organization, ignored -> new EventLane());
        long waiting = waitingBytes.addAndGet(work.bytes());
        // Half for any one organization, so that a busy one leaves room for the others.
        boolean full = waiting > maxWaitingBytes || lane.waitingBytes() + work.bytes() > maxWaitingBytes / 2;
        if (full) {
            waitingBytes.addAndGet(-work.bytes());
            work.fail(ErrorCode.INGESTION_OVERLOADED.problem().retryAfter(drainRate.timeFor(waiting)));
            return;
        }
        if (lane.offer(work)) {
            run(organization, lane);
        }
    }

    private void run(OrganizationId organization, EventLane lane) {
        List<EventWork> group = lane.take(maxRowsPerInsert);
        if (group.isEmpty()) {
            return;
        }
        long bytes = group.stream().mapToLong(EventWork::bytes).sum();
        DrainRate.Measurement measurement = drainRate.start(bytes);
        writer.write(organization, group)
                .subscribe()
                .with(
                        ignored -> {
                            measurement.end();
                            finish(organization, lane, bytes);
                        },
                        failure -> {
                            LOG.debugf(failure, "A group of %d requests was not written", group.size());
                            group.forEach(work -> work.fail(failure));
                            finish(organization, lane, bytes);
                        });
    }

    private void finish(OrganizationId organization, EventLane lane, long bytes) {
        waitingBytes.addAndGet(-bytes);
        run(organization, lane);
    }
}
