package io.tidewatch.ingestion;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.clickhouse.RefusedRowsException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Asks the event store again until it answers, for as long as it takes. Blocks; for the writer's threads only. */
final class StorePatience {

    private static final Logger LOG = Logger.getLogger(StorePatience.class);
    private static final Duration CALL_LIMIT = Duration.ofMinutes(5);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final int MAX_SHIFT = 6;

    private final RandomGenerator random;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean waiting;

    StorePatience(RandomGenerator random) {
        this.random = random;
    }

    /** True while the event store does not answer. */
    boolean isWaiting() {
        return waiting;
    }

    /** Ends all waiting with {@link WriterStoppedException}. */
    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /**
     * Runs a call until it succeeds.
     *
     * @throws RefusedRowsException if the store refuses its rows
     */
    <T> T untilDone(Supplier<Uni<T>> call) {
        for (int attempt = 0; ; attempt++) {
            try {
                return once(call);
            } catch (StoreAwayException e) {
                pause(attempt, e);
            }
        }
    }

    /**
     * Runs a call once.
     *
     * @throws StoreAwayException if the outcome is unknown, or the store is away
     */
    <T> T once(Supplier<Uni<T>> call) {
        if (isStopped()) {
            throw new WriterStoppedException();
        }
        try {
            T result = call.get().await().atMost(CALL_LIMIT);
            waiting = false;
            return result;
        } catch (RefusedRowsException e) {
            waiting = false;
            throw e;
        } catch (RuntimeException e) {
            if (isStopped()) {
                throw new WriterStoppedException();
            }
            throw new StoreAwayException(e);
        }
    }

    /** Waits a while, longer with every attempt. */
    void pause(int attempt, Throwable reason) {
        if (!waiting) {
            LOG.warnf("The event store does not take events, they wait in the log: %s", reason.getMessage());
            LOG.debug("Why", reason);
        }
        waiting = true;
        long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, MAX_SHIFT));
        sleep(FIRST_PAUSE_MILLIS / 2 + random.nextLong(most));
    }

    /** Waits. */
    void sleep(long millis) {
        try {
            if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
                throw new WriterStoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WriterStoppedException();
        }
    }

    /** The store is away, or it is unknown what it did. */
    static final class StoreAwayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreAwayException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The backend shuts down; what was not written stays in the log. */
    static final class WriterStoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WriterStoppedException() {
            super("The writer is stopped");
        }
    }
}
