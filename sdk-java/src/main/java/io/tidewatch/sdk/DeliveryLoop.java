package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.RetryPolicy;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.http.UrlPath;
import io.tidewatch.sdk.internal.log.ThrottledLogger;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Takes batches from the queue and brings them to the server: one small step at a time, so that a thread can run it and a
 * test can walk it through any history without one. Not thread-safe, but for {@link #close} and {@link #flushUpTo}.
 */
final class DeliveryLoop {

    /** Answer of {@link #step}: there will be nothing more to do. */
    static final long DONE = -1;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Settings settings;
    private final EventQueue queue;
    private final Accounting accounting;
    private final Transport transport;
    private final LongSupplier nanoTime;
    private final DoubleSupplier random;
    private final Batcher batcher;
    private final DropReport drops;
    private final ThrottledLogger logger;
    private final Deque<Payload> inFlight = new ArrayDeque<>();
    private final String modelPath;

    private boolean compression;
    private int failures;
    private long lastBatchNanos;
    /** When the batch in flight was first tried; only meaningful while {@link #tried}. */
    private long firstTryNanos;

    private boolean tried;
    private long notBeforeNanos;
    private boolean orderedByServer;

    private volatile long flushTicket;
    private volatile boolean closing;
    private volatile long closeNanos;

    DeliveryLoop(
            Settings settings,
            EventQueue queue,
            Accounting accounting,
            Transport transport,
            ThrottledLogger logger,
            LongSupplier nanoTime,
            DoubleSupplier random) {
        this.settings = settings;
        this.queue = queue;
        this.accounting = accounting;
        this.transport = transport;
        this.logger = logger;
        this.nanoTime = nanoTime;
        this.random = random;
        this.batcher = new Batcher(queue, settings, accounting);
        this.drops = new DropReport(accounting, settings.listener(), logger, settings.model());
        this.compression = settings.compression();
        this.lastBatchNanos = nanoTime.getAsLong();
        this.notBeforeNanos = lastBatchNanos;
        this.modelPath = "models/" + UrlPath.segment(settings.model()) + "/";
    }

    /** From now on, deliver without waiting for full batches until everything up to the ticket is settled. */
    void flushUpTo(long ticket) {
        flushTicket = Math.max(flushTicket, ticket);
    }

    /** From now on, deliver what is there and be done at the deadline. */
    void close(long deadlineNanos) {
        closeNanos = deadlineNanos;
        closing = true;
    }

    /** Whether more events would be a reason to take the next step at once. */
    boolean waitsForEvents() {
        return inFlight.isEmpty();
    }

    /** Whether the queue holds enough for a batch. */
    boolean batchIsReady() {
        return queue.size() >= settings.batchSize() || queue.bytes() >= settings.maxBatchBytes();
    }

    /**
     * Does one thing: makes a batch, or one attempt to deliver.
     *
     * @return nanoseconds in which there may be nothing to do; 0 if there is at once; {@link #DONE} if closed and done
     */
    long step() {
        drops.tell();
        long now = nanoTime.getAsLong();
        boolean mayEnd = closing;
        if (mayEnd && now - closeNanos >= 0) {
            return DONE;
        }
        if (inFlight.isEmpty()) {
            long wait = nanosUntilBatch(now);
            if (wait > 0) {
                return wait;
            }
            inFlight.addAll(batcher.next());
            tried = false;
            lastBatchNanos = now;
            if (inFlight.isEmpty()) {
                return whenNothingWasTaken(mayEnd);
            }
        }
        long blocked = notBeforeNanos - now;
        if (blocked > 0) {
            return mayEnd ? blockedWhileClosing(now, blocked) : blocked;
        }
        attempt(inFlight.element(), now);
        return 0;
    }

    /** Drops what is left, because it was closed. To be called once after {@link #step} answered {@link #DONE}. */
    void finish() {
        while (!inFlight.isEmpty()) {
            drop(inFlight.remove(), DropReason.CLOSED, "");
        }
        dropQueued();
        drops.tell();
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
        if (!inFlight.isEmpty()) {
            drop(
                    inFlight.remove(),
                    DropReason.INTERNAL_ERROR,
                    failure.getClass().getName());
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

    private long whenNothingWasTaken(boolean mayEnd) {
        if (queue.size() > 0) {
            // A host thread has claimed its place and not stored the event yet.
            return NANOS_PER_MILLI;
        }
        return mayEnd ? DONE : 0;
    }

    private long blockedWhileClosing(long now, long blocked) {
        if (orderedByServer && notBeforeNanos - closeNanos >= 0) {
            return DONE;
        }
        return Math.min(blocked, closeNanos - now);
    }

    private void attempt(Payload payload, long now) {
        if (!tried) {
            tried = true;
            firstTryNanos = now;
        }
        Verdict verdict;
        try {
            boolean compressed = compression;
            Request request = Request.post(path(payload.kind()), payload.body(), compressed);
            Answer answer = transport.send(request, timeout(now));
            verdict = Verdict.of(answer, compressed, payload.count());
        } catch (IOException e) {
            verdict = new Verdict.Retry(describe(e), null);
        } catch (InterruptedException e) {
            // Closing interrupts to end the wait. Anybody else's interrupt only costs this attempt.
            verdict = new Verdict.Retry("the thread was interrupted", null);
        }
        act(verdict, payload);
    }

    private String path(Event.Kind kind) {
        return modelPath + kind.resource;
    }

    private Duration timeout(long now) {
        Duration timeout = settings.requestTimeout();
        if (closing) {
            Duration left = Duration.ofNanos(Math.max(NANOS_PER_MILLI, closeNanos - now));
            return left.compareTo(timeout) < 0 ? left : timeout;
        }
        return timeout;
    }

    private void act(Verdict verdict, Payload payload) {
        if (verdict instanceof Verdict.Settled settled) {
            settle(settled, payload);
        } else if (verdict instanceof Verdict.Retry retry) {
            retry(retry);
        } else if (verdict instanceof Verdict.Split) {
            List<Payload> halves = inFlight.remove().split();
            inFlight.addFirst(halves.get(1));
            inFlight.addFirst(halves.get(0));
        } else if (verdict instanceof Verdict.Uncompressed) {
            compression = false;
        } else if (verdict instanceof Verdict.Lost lost) {
            inFlight.remove();
            drop(payload, lost.reason(), lost.detail());
            // The next batch may well fare the same: do not hurry to find out.
            pause(0);
        }
    }

    private void settle(Verdict.Settled settled, Payload payload) {
        inFlight.remove();
        tried = false;
        failures = 0;
        int rejected = settled.rejected();
        int delivered = payload.count() - rejected;
        accounting.delivered(delivered, settled.duplicates());
        settled.rejectedByCode().forEach(accounting::rejected);
        if (rejected > 0) {
            String codes = settled.rejectedByCode().entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                    .collect(Collectors.joining(", "));
            drops.detail(DropReason.REJECTED_BY_SERVER, codes);
            accounting.dropped(DropReason.REJECTED_BY_SERVER, rejected);
        }
        queue.settle(payload.count());
        if (delivered > 0) {
            tellListener(listener -> listener.onDelivered(delivered));
        }
    }

    private void retry(Verdict.Retry retry) {
        Duration asked =
                RetryPolicy.retryAfter(retry.retryAfter(), settings.clock().instant());
        pause(asked.toNanos());
        tellListener(listener -> listener.onRetry(retry.cause()));
        logger.warn(
                "retry",
                "Tidewatch could not deliver events of model " + settings.model() + " and will try again: "
                        + retry.cause());
        if (notBeforeNanos - firstTryNanos > settings.retryDeadline().toNanos()) {
            drop(inFlight.remove(), DropReason.RETRY_DEADLINE, retry.cause());
        }
    }

    private void drop(Payload payload, DropReason reason, String detail) {
        tried = false;
        drops.detail(reason, detail);
        accounting.dropped(reason, payload.count());
        queue.settle(payload.count());
    }

    private void pause(long askedNanos) {
        failures++;
        long own = settings.retryPolicy().delayNanos(failures, random.getAsDouble());
        orderedByServer = askedNanos > own;
        notBeforeNanos = nanoTime.getAsLong() + Math.max(own, askedNanos);
    }

    private void tellListener(Consumer<DeliveryListener> call) {
        try {
            call.accept(settings.listener());
        } catch (RuntimeException e) {
            // The host's own business; delivery goes on.
        }
    }

    /** Class and message: the message of a connection failure names address and cause, never headers. */
    private static String describe(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
