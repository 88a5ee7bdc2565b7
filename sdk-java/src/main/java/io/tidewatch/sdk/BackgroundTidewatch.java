package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.log.ThrottledLogger;
import io.tidewatch.sdk.internal.spool.Spool;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The real client: host threads put events into a queue, one daemon thread walks the {@link DeliveryLoop}. */
final class BackgroundTidewatch implements Tidewatch {

    /** How long closing waits, beyond its own time, for the delivery thread to put things away. */
    private static final Duration PUT_AWAY = Duration.ofSeconds(1);

    private static final long PAUSE_AFTER_ERROR_NANOS = Duration.ofMillis(100).toNanos();

    private final Settings settings;
    private final Sampler sampler;
    private final Transport transport;
    private final Accounting accounting = new Accounting();
    private final EventQueue queue;
    private final SpoolStore spool;
    private final DeliveryLoop loop;
    private final SchemaCache schemas;
    private final Thread thread;

    /** Set while the delivery thread sleeps for want of events; whoever finds the queue filling up wakes it, once. */
    private final AtomicBoolean wantsEvents = new AtomicBoolean();

    private final Progress progress = new Progress();
    private final Object closeLock = new Object();

    /** No more events are taken. */
    private volatile boolean closed;

    /** The delivery thread will not look into the queue any more. */
    private volatile boolean ended;

    /** The delivery thread has put everything away. */
    private volatile boolean finished;

    private @Nullable FlushResult closeResult;

    private BackgroundTidewatch(
            Settings settings, Transport transport, @Nullable Spool spoolOnDisk, ThrottledLogger logger) {
        this.settings = settings;
        this.sampler = new Sampler(settings.sampling());
        this.transport = transport;
        this.queue = new EventQueue(settings.queueCapacity(), settings.maxQueueBytes(), settings.batchSize());
        this.spool = new SpoolStore(spoolOnDisk, accounting, logger);
        this.loop = new DeliveryLoop(
                settings,
                queue,
                spool,
                accounting,
                transport,
                logger,
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble());
        this.schemas = new SchemaCache(settings, transport, logger, System.nanoTime());
        // Neither the host's thread locals nor its class loader are any business of this thread.
        this.thread = new Thread(null, this::run, "tidewatch-" + settings.model(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    static Tidewatch start(
            Settings settings, Transport transport, @Nullable Spool spoolOnDisk, ThrottledLogger logger) {
        BackgroundTidewatch client = new BackgroundTidewatch(settings, transport, spoolOnDisk, logger);
        client.thread.start();
        return client;
    }

    @Override
    public String record(@Nullable Prediction prediction) {
        accounting.recorded();
        long now = settings.clock().millis();
        String id = EventFactory.idOf(prediction, now);
        if (prediction == null || prediction.problem() != null) {
            accounting.dropped(DropReason.INVALID, 1);
        } else if (!sampler.keeps(id)) {
            accounting.sampledOut();
        } else if (isOpen()) {
            queued(queue.offer(prediction, id, now));
        }
        return id;
    }

    @Override
    public void recordGroundTruth(@Nullable GroundTruth groundTruth) {
        accounting.recorded();
        if (groundTruth == null || groundTruth.problem() != null) {
            accounting.dropped(DropReason.INVALID, 1);
        } else if (!sampler.keeps(groundTruth.predictionId())) {
            accounting.sampledOut();
        } else if (isOpen()) {
            queued(queue.offer(groundTruth));
        }
    }

    /** Counts the event as dropped if not. */
    private boolean isOpen() {
        if (closed) {
            accounting.dropped(DropReason.CLOSED, 1);
            return false;
        }
        return true;
    }

    private void queued(boolean taken) {
        if (!taken) {
            accounting.dropped(DropReason.QUEUE_FULL, 1);
        } else if (ended) {
            // The delivery thread ended between the two lines above and will not come back for this event.
            dropLeftovers();
        } else if (wantsEvents.get() && queue.isFillingUp() && wantsEvents.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public Validation validate(@Nullable Prediction prediction) {
        return schemas.validate(prediction, System.nanoTime());
    }

    @Override
    public FlushResult flush(Duration timeout) {
        long ticket = queue.ticket();
        loop.flushUpTo(ticket);
        wake();
        boolean complete = await(() -> queue.settledUpTo(ticket) && spool.isKnownToBeEmpty(), timeout);
        return new FlushResult(complete, stats());
    }

    @Override
    public boolean awaitCapacity(int events, Duration timeout) {
        int wanted = Math.min(events, settings.queueCapacity());
        return await(() -> closed || queue.hasRoomFor(wanted), timeout) && !closed;
    }

    @Override
    public DeliveryStats stats() {
        return accounting.snapshot(spool.recovered(), spool.events(), queue.pending());
    }

    @Override
    public void close() {
        FlushResult unused = close(settings.closeTimeout());
    }

    @Override
    public FlushResult close(Duration timeout) {
        if (thread.equals(Thread.currentThread())) {
            // A listener wants to close: this thread will see to it as soon as the listener lets it go on.
            closed = true;
            loop.close(System.nanoTime() + Progress.nanos(timeout));
            return new FlushResult(false, stats());
        }
        synchronized (closeLock) {
            if (closeResult == null) {
                closed = true;
                loop.close(System.nanoTime() + Progress.nanos(timeout));
                wake();
                if (!await(() -> finished, timeout)) {
                    // It may be waiting for an answer. Ending the transport ends that wait; what is left is put away.
                    transport.close();
                    wake();
                }
                joinBriefly();
                DeliveryStats stats = stats();
                boolean complete =
                        stats.pending() == 0 && stats.spooled() == 0 && stats.dropped(DropReason.CLOSED) == 0;
                closeResult = new FlushResult(complete, stats);
            }
            return closeResult;
        }
    }

    private void joinBriefly() {
        try {
            thread.join(PUT_AWAY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits, unless it is the delivery thread that wants to: it would wait for itself. */
    private boolean await(Progress.Condition condition, Duration timeout) {
        return thread.equals(Thread.currentThread()) ? condition.holds() : progress.await(condition, timeout);
    }

    private void wake() {
        wantsEvents.set(false);
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            long wait = 0;
            while (wait != DeliveryLoop.DONE) {
                wait = stepSafely();
                progress.signal();
                if (wait > 0) {
                    sleep(wait);
                }
            }
        } finally {
            end();
        }
    }

    private long stepSafely() {
        try {
            // Interrupts mean nothing here, and a pending one would end every wait at once.
            boolean unused = Thread.interrupted();
            if (!closed) {
                schemas.refresh(System.nanoTime());
            }
            return loop.step();
        } catch (Throwable e) {
            // Not even an OutOfMemoryError, most likely of the host's making, may end delivery for good.
            return recover(e);
        }
    }

    private long recover(Throwable failure) {
        try {
            loop.recoverFrom(failure);
        } catch (Throwable e) {
            // Twice in a row, most likely out of memory: wait and see.
        }
        return PAUSE_AFTER_ERROR_NANOS;
    }

    private void sleep(long nanos) {
        if (loop.canUseEvents()) {
            wantsEvents.set(true);
            if (queue.isFillingUp()) {
                wantsEvents.set(false);
                return;
            }
        }
        LockSupport.parkNanos(this, nanos);
        wantsEvents.set(false);
    }

    private void end() {
        ended = true;
        try {
            boolean unused = Thread.interrupted();
            synchronized (queue) {
                loop.finish();
            }
            transport.close();
        } finally {
            finished = true;
            progress.signal();
        }
    }

    private void dropLeftovers() {
        synchronized (queue) {
            loop.dropQueued();
        }
    }
}
