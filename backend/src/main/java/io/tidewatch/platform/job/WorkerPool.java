package io.tidewatch.platform.job;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

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
    private final ToIntFunction<Object> places;
    private final int capacity;
    private final AtomicInteger admitted = new AtomicInteger();
    private final Map<Object, Share> shares = new HashMap<>();

    /**
     * @param name prefix of the threads' names
     * @param parallel how many calls run at a time
     * @param waiting how many more may wait for their turn
     */
    public WorkerPool(String name, int parallel, int waiting) {
        this(name, parallel, waiting, ignored -> Math.max(1, parallel / 2));
    }

    /**
     * A pool in which owners may have different shares.
     *
     * @param places how many calls of an owner run at a time, at least 1; asked again for every call
     */
    public WorkerPool(String name, int parallel, int waiting, ToIntFunction<Object> places) {
        this.threads = new ThreadPoolExecutor(
                parallel,
                parallel,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.places = places;
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
     * Runs {@code work} as {@link #run(Callable)} does, but never more at a time than the owner has places, which is half of
     * the pool unless said otherwise: however much one asks for, others find a place.
     */
    public <T> Uni<T> run(Object owner, Callable<T> work) {
        return admit(
                work,
                task -> change(owner, 0, () -> {
                    try {
                        task.run();
                    } finally {
                        change(owner, -1, null);
                    }
                }));
    }

    /** Notes that a call has ended or begun to wait, then starts as many of the owner as have a place, in their order. */
    private void change(Object owner, int running, @Nullable Runnable waiting) {
        List<Runnable> ready = new ArrayList<>(1);
        synchronized (shares) {
            Share share = shares.computeIfAbsent(owner, ignored -> new Share());
            share.running += running;
            if (waiting != null) {
                share.waiting.add(waiting);
            }
            while (!share.waiting.isEmpty() && share.running < places.applyAsInt(owner)) {
                ready.add(share.waiting.remove());
                share.running++;
            }
            if (share.running == 0) {
                shares.remove(owner);
            }
        }
        if (!threads.isShutdown()) {
            ready.forEach(threads::execute);
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
