package io.tidewatch.platform.job;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes blocking or CPU work off the event loop: a virtual thread per call, a fixed number of them at work at a time, a
 * bounded number waiting. The result comes back on the caller's Vert.x context.
 */
public final class WorkerPool implements AutoCloseable {

    private final ExecutorService threads;
    private final Semaphore running;
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
        this.capacity = parallel + waiting;
    }

    /**
     * Runs {@code work} on this pool once subscribed. Fails with {@link RejectedExecutionException} when too much waits
     * already. Cancelling doesn't interrupt work that has begun.
     */
    public <T> Uni<T> run(Callable<T> work) {
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
                    running.acquire();
                    try {
                        T result = work.call();
                        outcome = () -> emitter.complete(result);
                    } finally {
                        running.release();
                    }
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
}
