package io.tidewatch.platform.job;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Takes blocking or CPU work off the event loop: a fixed number of threads, and a bounded number of calls that wait for
 * one. The result comes back on the caller's Vert.x context.
 *
 * <p>The threads are the system's own, not virtual ones: a virtual thread that computes gives its carrier away only when it
 * ends, so that a few long computations would keep every request waiting that runs on virtual threads.
 */
public final class WorkerPool implements AutoCloseable {

    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;
    private final int parallelOfOne;
    private final int capacity;
    private final AtomicInteger admitted = new AtomicInteger();
    private final Map<Object, Share> shares = new HashMap<>();

    /**
     * @param name prefix of the threads' names
     * @param parallel how many calls run at a time
     * @param waiting how many more may wait for their turn
     */
    public WorkerPool(String name, int parallel, int waiting) {
        this.threads = new ThreadPoolExecutor(
                parallel,
                parallel,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.parallelOfOne = Math.max(1, parallel / 2);
        this.capacity = parallel + waiting;
    }

    /**
     * Runs {@code work} on this pool once subscribed. Fails with {@link RejectedExecutionException} when too much waits
     * already. Cancelling doesn't interrupt work that has begun.
     */
    public <T> Uni<T> run(Callable<T> work) {
        return admit(work, threads::execute);
    }

    /**
     * Runs {@code work} as {@link #run(Callable)} does, but never more than half of the pool for one owner: however much one
     * asks for, others find a place.
     */
    public <T> Uni<T> run(Object owner, Callable<T> work) {
        return admit(
                work,
                task -> enter(owner, () -> {
                    try {
                        task.run();
                    } finally {
                        leave(owner);
                    }
                }));
    }

    private void enter(Object owner, Runnable task) {
        synchronized (shares) {
            Share share = shares.computeIfAbsent(owner, ignored -> new Share());
            if (share.running == parallelOfOne) {
                share.waiting.add(task);
                return;
            }
            share.running++;
        }
        threads.execute(task);
    }

    /** Gives the place to the next of the same owner. It queues behind the others, so that all get their turn. */
    private void leave(Object owner) {
        Runnable next;
        synchronized (shares) {
            Share share = Objects.requireNonNull(shares.get(owner));
            next = share.waiting.poll();
            if (next == null && --share.running == 0) {
                shares.remove(owner);
            }
        }
        if (next != null && !threads.isShutdown()) {
            threads.execute(next);
        }
    }

    private <T> Uni<T> admit(Callable<T> work, Consumer<Runnable> start) {
        return Uni.createFrom().emitter(emitter -> {
            Context caller = Context.isOnEventLoopThread() ? Vertx.currentContext() : null;
            if (admitted.incrementAndGet() > capacity) {
                admitted.decrementAndGet();
                emitter.fail(new RejectedExecutionException("Too much work waits already"));
                return;
            }
            start.accept(() -> {
                Runnable outcome;
                try {
                    T result = work.call();
                    outcome = () -> emitter.complete(result);
                } catch (Throwable failure) {
                    outcome = () -> emitter.fail(failure);
                } finally {
                    admitted.decrementAndGet();
                }
                Runnable continuation = outcome;
                if (caller == null) {
                    // What follows may wait for this pool again and must not do so on a thread of it.
                    Thread.ofVirtual().start(continuation);
                } else {
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

    /** Places and waiting calls of one owner; forgotten when nobody uses them. */
    private static final class Share {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }
}
