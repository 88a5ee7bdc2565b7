package io.tidewatch.platform.job;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes blocking or CPU work off the event loop: a virtual thread per call, a fixed number of them at work at a time, a
 * bounded number waiting. The result comes back on the caller's Vert.x context.
 */
public final class WorkerPool implements AutoCloseable {

    private final ExecutorService threads;
    private final Semaphore running;
    private final int parallelOfOne;
    private final Map<Object, Share> shares = new ConcurrentHashMap<>();
    private final AtomicInteger admitted = new AtomicInteger();
    private final int capacity;

    /**
     * @param name prefix of the threads' names
     * @param parallel how many calls run at a time
     * @param waiting how many more may wait for their turn
     */
    public WorkerPool(String name, int parallel, int waiting) {
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        this.running = new Semaphore(parallel, true);
        this.parallelOfOne = Math.max(1, parallel / 2);
        this.capacity = parallel + waiting;
    }

    /**
     * Runs {@code work} on this pool once subscribed. Fails with {@link RejectedExecutionException} when too much waits
     * already. Cancelling doesn't interrupt work that has begun.
     */
    public <T> Uni<T> run(Callable<T> work) {
        return admit(() -> inTurn(work));
    }

    /**
     * Runs {@code work} as {@link #run(Callable)} does, but never more than half of the pool for one owner: however much one
     * asks for, others find a place.
     */
    public <T> Uni<T> run(Object owner, Callable<T> work) {
        return admit(() -> {
            Share share =
                    shares.compute(owner, (key, known) -> (known == null ? new Share(parallelOfOne) : known).enter());
            try {
                share.places.acquire();
                try {
                    return inTurn(work);
                } finally {
                    share.places.release();
                }
            } finally {
                shares.computeIfPresent(owner, (key, known) -> known.leave());
            }
        });
    }

    private <T> T inTurn(Callable<T> work) throws Exception {
        running.acquire();
        try {
            return work.call();
        } finally {
            running.release();
        }
    }

    private <T> Uni<T> admit(Callable<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context caller = Context.isOnEventLoopThread() ? Vertx.currentContext() : null;
            if (admitted.incrementAndGet() > capacity) {
                admitted.decrementAndGet();
                emitter.fail(new RejectedExecutionException("Too much work waits already"));
                return;
            }
            threads.execute(() -> {
                Runnable outcome;
                try {
                    T result = work.call();
                    outcome = () -> emitter.complete(result);
                } catch (Throwable failure) {
                    outcome = () -> emitter.fail(failure);
                } finally {
                    admitted.decrementAndGet();
                }
                if (caller == null) {
                    outcome.run();
                } else {
                    Runnable continuation = outcome;
                    caller.runOnContext(ignored -> continuation.run());
                }
            });
        });
    }

    /** How many calls run or wait. */
    public int load() {
        return admitted.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Places of one owner; forgotten when nobody uses them. Counts only within the map's own steps. */
    private static final class Share {

        private final Semaphore places;
        private int users;

        Share(int places) {
            this.places = new Semaphore(places, true);
        }

        Share enter() {
            users++;
            return this;
        }

        @Nullable
        Share leave() {
            users--;
            return users == 0 ? null : this;
        }
    }
}
