package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.RetryPolicy;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.log.ThrottledLogger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Brings events to the server, one small step at a time, so that a thread can run it and a test can walk it through any history
 * without one.
 *
 * <p>Without trouble, batches go from the queue to the server. When an attempt fails in a way that may pass, the batch
 * waits in memory and is tried again until its deadline; with a spool it goes to disk at once instead, and from then on
 * everything takes the way through the spool, in order, until the spool is empty again.
 *
 * <p>Not thread-safe, but for {@link #close} and {@link #flushUpTo}.
 */
final class DeliveryLoop {

    /** Answer of {@link #step}: there will be nothing more to do. */
    static final long DONE = -1;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Settings settings;
    private final EventQueue queue;
    private final SpoolStore spool;
    private final Accounting accounting;
    private final Ledger ledger;
    private final Courier courier;
    private final Batcher batcher;
    private final Backoff backoff;
    private final ThrottledLogger logger;
    private final LongSupplier nanoTime;

    /** What is being delivered, in order. */
    private final Deque<Payload> inFlight = new ArrayDeque<>();

    private boolean inFlightFromSpool;
    private boolean tried;
    private long firstTryNanos;

    /** A batch that should have gone to the spool and could not be written; it is next when the spool is empty. */
    private final List<Payload> held = new ArrayList<>();

    private boolean started;
    private boolean hurried;
    private long lastBatchNanos;

    private volatile long flushTicket;
    private volatile boolean closing;
    private volatile long closeNanos;

    DeliveryLoop(
            Settings settings,
            EventQueue queue,
            SpoolStore spool,
            Accounting accounting,
            Transport transport,
            ThrottledLogger logger,
            LongSupplier nanoTime,
            DoubleSupplier random) {
        this.settings = settings;
        this.queue = queue;
        this.spool = spool;
        this.accounting = accounting;
        this.logger = logger;
        this.nanoTime = nanoTime;
        this.lastBatchNanos = nanoTime.getAsLong();
        this.ledger = new Ledger(settings, queue, spool, accounting, logger);
        this.courier = new Courier(transport, settings);
        this.batcher = new Batcher(queue, settings, accounting);
        this.backoff = new Backoff(settings.retryPolicy(), random, lastBatchNanos);
    }

    /** From now on, deliver without waiting for full batches until everything up to the ticket is settled. */
    void flushUpTo(long ticket) {
        flushTicket = ticket;
    }

    /** From now on, deliver what is there and be done at the deadline. */
    void close(long deadlineNanos) {
        closeNanos = deadlineNanos;
        closing = true;
    }

    /** Whether a full batch in the queue would be a reason not to wait any longer. */
    boolean canUseEvents() {
        return inFlight.isEmpty() || canRelieveQueue();
    }

    /** Whether the queue holds enough for a batch. */
    boolean batchIsReady() {
        return queue.size() >= settings.batchSize() || queue.bytes() >= settings.maxBatchBytes();
    }

    /**
     * Does one thing: makes a batch, moves one to disk, or makes one attempt to deliver.
     *
     * @return nanoseconds in which there may be nothing to do; 0 if there is at once; {@link #DONE} if closed and done
     */
    long step() {
        if (!started) {
            started = true;
            spool.recover();
        }
        ledger.tellDrops();
        long now = nanoTime.getAsLong();
        boolean ending = closing;
        if (ending) {
            if (now - closeNanos >= 0) {
                return DONE;
            }
            if (!hurried) {
                hurried = true;
                backoff.shorten(now);
            }
        }
        if (spool.hasEvents()) {
            relieveQueue(now);
        }
        if (inFlight.isEmpty()) {
            load(now);
        }
        if (inFlight.isEmpty()) {
            return whileNothingIsInFlight(now, ending);
        }
        long blocked = backoff.remaining(now);
        if (blocked > 0) {
            return whileBlocked(now, blocked, ending);
        }
        attempt(inFlight.element(), now, ending);
        return 0;
    }

    /** Puts away what is left: on disk if there is a spool, otherwise it is dropped. Called once, after {@link #DONE}. */
    void finish() {
        if (inFlightFromSpool) {
            inFlight.clear();
        }
        held.addAll(0, inFlight);
        inFlight.clear();
        do {
            putAway(held);
            batcher.next(held);
        } while (batcher.tookEvents());
        dropQueued();
        ledger.tellDrops();
        spool.close();
    }

    /** Drops what is in the queue, for events that slipped in while it was closing. */
    void dropQueued() {
        while (queue.poll() != null) {
            accounting.dropped(DropReason.CLOSED, 1);
            queue.settle(1);
        }
    }

    /** After an error that should not happen: gives up the payload it may have come from, so as not to meet it again. */
    void recoverFrom(Throwable failure) {
        logger.warn("internal-error", "Tidewatch met an internal error: " + failure);
        Payload suspect = inFlight.poll();
        if (suspect != null) {
            tried = false;
            ledger.dropped(
                    suspect,
                    inFlightFromSpool,
                    DropReason.INTERNAL_ERROR,
                    failure.getClass().getName());
        }
    }

    private void putAway(List<Payload> payloads) {
        if (!payloads.isEmpty() && spool.store(payloads)) {
            ledger.spooled(payloads);
        } else {
            payloads.forEach(payload -> ledger.dropped(payload, false, DropReason.CLOSED, ""));
        }
        payloads.clear();
    }

    /** While events are on disk, those in memory follow them there, but not more than necessary if the server is well. */
    private void relieveQueue(long now) {
        boolean away = backoff.remaining(now) > 0;
        boolean needed = away ? nanosUntilBatch(now) <= 0 : queue.isHalfFull();
        if (needed && canRelieveQueue()) {
            batcher.next(held);
            lastBatchNanos = now;
            if (!held.isEmpty() && spool.store(held)) {
                ledger.spooled(held);
                held.clear();
            }
        }
    }

    private boolean canRelieveQueue() {
        // A batch may be larger than its limit by its last event.
        return spool.hasEvents()
                && held.isEmpty()
                && spool.takes(settings.maxBatchBytes() + settings.maxEventBytes(), settings.batchSize());
    }

    private void load(long now) {
        tried = false;
        inFlightFromSpool = spool.hasEvents();
        if (inFlightFromSpool) {
            spool.take(settings.batchSize(), settings.maxBatchBytes(), inFlight);
        } else if (!held.isEmpty()) {
            inFlight.addAll(held);
            held.clear();
        } else if (nanosUntilBatch(now) <= 0) {
            batcher.next(inFlight);
            lastBatchNanos = now;
        }
    }

    private long nanosUntilBatch(long now) {
        if (batchIsReady() || closing || !queue.settledUpTo(flushTicket)) {
            return 0;
        }
        long interval = settings.flushInterval().toNanos();
        long due = lastBatchNanos + interval - now;
        // An empty queue has nothing to wait for but the next event, which may then wait one interval.
        return queue.size() == 0 ? Math.max(due, interval) : due;
    }

    private long whileNothingIsInFlight(long now, boolean ending) {
        if (queue.pending() == 0 && !spool.hasEvents()) {
            return ending ? DONE : settings.flushInterval().toNanos();
        }
        // Due, and yet nothing was taken: a host thread has claimed its place and not stored the event yet.
        return Math.max(NANOS_PER_MILLI, nanosUntilBatch(now));
    }

    private long whileBlocked(long now, long blocked, boolean ending) {
        if (ending) {
            boolean spoolKeepsIt = spool.takes(settings.maxBatchBytes(), settings.batchSize());
            boolean tooLate = blocked - (closeNanos - now) >= 0;
            return spoolKeepsIt || tooLate ? DONE : blocked;
        }
        boolean relief = queue.size() > 0 && canRelieveQueue();
        return relief ? Math.min(blocked, Math.max(NANOS_PER_MILLI, nanosUntilBatch(now))) : blocked;
    }

    private void attempt(Payload payload, long now, boolean ending) {
        if (!tried) {
            tried = true;
            firstTryNanos = now;
        }
        Verdict verdict = courier.attempt(payload, timeout(now, ending));
        if (verdict instanceof Verdict.Settled settled) {
            inFlight.remove();
            tried = false;
            backoff.succeeded();
            ledger.settled(payload, inFlightFromSpool, settled);
        } else if (verdict instanceof Verdict.Retry retry) {
            retry(retry);
        } else if (verdict instanceof Verdict.Split) {
            List<Payload> halves = inFlight.remove().split();
            inFlight.addFirst(halves.get(1));
            inFlight.addFirst(halves.get(0));
        } else if (verdict instanceof Verdict.Lost lost) {
            inFlight.remove();
            tried = false;
            // The next batch may well fare the same: do not hurry to find out.
            backoff.failed(nanoTime.getAsLong(), 0);
            ledger.dropped(payload, inFlightFromSpool, lost.reason(), lost.detail());
        }
    }

    private Duration timeout(long now, boolean ending) {
        Duration timeout = settings.requestTimeout();
        if (ending) {
            Duration left = Duration.ofNanos(Math.max(NANOS_PER_MILLI, closeNanos - now));
            return left.compareTo(timeout) < 0 ? left : timeout;
        }
        return timeout;
    }

    private void retry(Verdict.Retry retry) {
        long now = nanoTime.getAsLong();
        // The real time, not that of a replay.
        Duration asked =
                RetryPolicy.retryAfter(retry.retryAfter(), Clock.systemUTC().instant());
        backoff.failed(now, asked.toNanos());
        ledger.retrying(retry.cause());
        if (inFlightFromSpool) {
            return;
        }
        List<Payload> batch = List.copyOf(inFlight);
        if (spool.store(batch)) {
            inFlight.clear();
            ledger.spooled(batch);
        } else if (now + backoff.remaining(now) - firstTryNanos
                > settings.retryDeadline().toNanos()) {
            tried = false;
            ledger.dropped(inFlight.remove(), false, DropReason.RETRY_DEADLINE, retry.cause());
        }
    }
}
