package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.log.ThrottledLogger;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
    private final DeliveryLoop loop;
    private final Thread thread;

    /** Set while the delivery thread sleeps for want of events; whoever brings the batch's last event wakes it once. */
    private final AtomicBoolean wantsEvents = new AtomicBoolean();

    private final Progress progress = new Progress();
    private final Object closeLock = new Object();
    private volatile boolean closed;
    private volatile boolean ended;
    private @Nullable FlushResult closeResult;

    private BackgroundTidewatch(Settings settings, Transport transport, ThrottledLogger logger) {
        this.settings = settings;
        this.sampler = new Sampler(settings.sampling());
        this.transport = transport;
        this.queue = new EventQueue(settings.queueCapacity(), settings.maxQueueBytes());
        this.loop = new DeliveryLoop(
                settings,
                queue,
                accounting,
                transport,
                logger,
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble());
        // Neither the host's thread locals nor its class loader are any business of this thread.
        this.thread = new Thread(null, this::run, "tidewatch-" + settings.model(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    static Tidewatch start(Settings settings, Transport transport, ThrottledLogger logger) {
        BackgroundTidewatch client = new BackgroundTidewatch(settings, transport, logger);
        client.thread.start();
        return client;
    }

    @Override
    public String record(Prediction prediction) {
        accounting.recorded();
        long now = settings.clock().millis();
        String id = EventFactory.idOf(prediction, now);
        if (prediction == null || prediction.problem() != null) {
            accounting.dropped(DropReason.INVALID, 1);
        } else if (!sampler.keeps(id)) {
            accounting.sampledOut();
        } else {
            enqueue(EventFactory.event(prediction, id, now));
        }
        return id;
    }

    @Override
    public void recordGroundTruth(GroundTruth groundTruth) {
        accounting.recorded();
        if (groundTruth == null || groundTruth.problem() != null) {
            accounting.dropped(DropReason.INVALID, 1);
        } else if (!sampler.keeps(groundTruth.predictionId())) {
            accounting.sampledOut();
        } else {
            enqueue(new Event.GroundTruthEvent(groundTruth));
        }
    }

    private void enqueue(Event event) {
        if (closed) {
            accounting.dropped(DropReason.CLOSED, 1);
            return;
        }
        if (!queue.offer(event)) {
            accounting.dropped(DropReason.QUEUE_FULL, 1);
            return;
        }
        if (ended) {
            // The delivery thread ended between the two lines above and will not come back for this event.
            dropLeftovers();
        } else if (wantsEvents.get() && loop.batchIsReady() && wantsEvents.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public FlushResult flush(Duration timeout) {
        long ticket = queue.ticket();
        loop.flushUpTo(ticket);
        wake();
        boolean complete = progress.await(() -> queue.settledUpTo(ticket), timeout);
        return new FlushResult(complete, stats());
    }

    @Override
    public boolean awaitCapacity(int events, Duration timeout) {
        return progress.await(() -> closed || queue.hasRoomFor(Math.min(events, settings.queueCapacity())), timeout)
                && !closed;
    }

    @Override
    public DeliveryStats stats() {
        return accounting.snapshot(0, 0, queue.pending());
    }

    @Override
    public void close() {
        FlushResult unused = close(settings.closeTimeout());
    }

    @Override
    public FlushResult close(Duration timeout) {
        synchronized (closeLock) {
            if (closeResult == null) {
                closed = true;
                loop.close(System.nanoTime() + Progress.nanos(timeout));
                wake();
                if (!progress.await(() -> ended, timeout)) {
                    // It may be waiting for an answer. What it then still holds is put away at once.
                    thread.interrupt();
                    boolean unused = progress.await(() -> ended, PUT_AWAY);
                }
                DeliveryStats stats = stats();
                boolean lossless = stats.pending() == 0 && stats.spooled() == 0;
                closeResult = new FlushResult(lossless && stats.dropped(DropReason.CLOSED) == 0, stats);
            }
            return closeResult;
        }
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
            return loop.step();
        } catch (Throwable e) {
            // Even an OutOfMemoryError of the host's making must not end delivery for good.
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
        if (loop.waitsForEvents()) {
            wantsEvents.set(true);
            if (loop.batchIsReady() || closed) {
                wantsEvents.set(false);
                return;
            }
        }
        LockSupport.parkNanos(this, nanos);
        wantsEvents.set(false);
        // An interrupt that is left pending would turn every later wait into none.
        boolean unused = Thread.interrupted();
    }

    private void end() {
        ended = true;
        try {
            synchronized (queue) {
                loop.finish();
            }
            transport.close();
        } finally {
            progress.signal();
        }
    }

    private void dropLeftovers() {
        synchronized (queue) {
            loop.dropQueued();
        }
    }

    /** Lets threads of the host wait, when they ask to, until something has moved. */
    private static final class Progress {

        private int waiting;

        /** Waits until the condition holds; answers false if time is up or the caller is interrupted before. */
        synchronized boolean await(BooleanSupplier condition, Duration timeout) {
            long deadline = System.nanoTime() + nanos(timeout);
            waiting++;
            try {
                while (!condition.getAsBoolean()) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return condition.getAsBoolean();
            } finally {
                waiting--;
            }
        }

        synchronized void signal() {
            if (waiting > 0) {
                notifyAll();
            }
        }

        static long nanos(Duration timeout) {
            long days = timeout == null ? 0 : timeout.toDays();
            // Longer waits than a century are as good as one, and fit.
            return days < 0 || timeout == null
                    ? 0
                    : days > 36_500 ? Duration.ofDays(36_500).toNanos() : timeout.toNanos();
        }
    }
}
