package io.tidewatch.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void runsOnlySoManyAtATime() {
        try (WorkerPool pool = new WorkerPool("test", 3, 100)) {
            AtomicInteger now = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            List<Uni<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(pool.run(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    return now.decrementAndGet();
                }));
            }
            assertThat(Uni.join().all(calls).andFailFast().await().atMost(PATIENCE))
                    .hasSize(50);
            assertThat(most.get()).isBetween(1, 3);
            assertThat(pool.load()).isZero();
        }
    }

    @Test
    void oneOwnerNeverTakesAllPlaces() throws InterruptedException {
        try (WorkerPool pool = new WorkerPool("test", 4, 100)) {
            CountDownLatch begun = new CountDownLatch(2);
            CountDownLatch release = new CountDownLatch(1);
            AtomicInteger now = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            List<java.util.concurrent.CompletableFuture<Boolean>> noisy = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                noisy.add(pool.run("noisy", () -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            begun.countDown();
                            release.await();
                            now.decrementAndGet();
                            return true;
                        })
                        .subscribeAsCompletionStage());
            }
            begun.await();

            assertThat(pool.run("quiet", () -> true).await().atMost(PATIENCE)).isTrue();

            release.countDown();
            assertThat(noisy).allSatisfy(call -> assertThat(call.join()).isTrue());
            assertThat(most.get()).isEqualTo(2);
        }
    }

    @Test
    void whatWaitsForItsOwnerRunsInOrder() {
        try (WorkerPool pool = new WorkerPool("test", 2, 100)) {
            List<Integer> order = Collections.synchronizedList(new ArrayList<>());
            List<Uni<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                calls.add(pool.run("owner", () -> order.add(number)));
            }
            Uni.join().all(calls).andFailFast().await().atMost(PATIENCE);

            assertThat(order).isSorted().hasSize(20);
        }
    }

    @Test
    void placesMayChangeWhileCallsWait() {
        AtomicInteger places = new AtomicInteger(1);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WorkerPool pool = new WorkerPool("test", 4, 100, owner -> places.get())) {
            List<Uni<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(pool.run("owner", () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    return now.decrementAndGet();
                }));
            }
            Uni.join().all(calls).andFailFast().await().atMost(PATIENCE);
            assertThat(most.get()).isEqualTo(1);

            places.set(4);
            CountDownLatch together = new CountDownLatch(4);
            Uni<Boolean> meeting = pool.run("owner", () -> {
                together.countDown();
                together.await();
                return true;
            });
            assertThat(Uni.join()
                            .all(meeting, meeting, meeting, meeting)
                            .andFailFast()
                            .await()
                            .atMost(PATIENCE))
                    .containsOnly(true);
        }
    }

    /** Computation on a virtual thread would hold up all others. */
    @Test
    void worksOnThreadsOfTheSystem() {
        try (WorkerPool pool = new WorkerPool("test", 1, 1)) {
            assertThat(pool.run(() -> Thread.currentThread().isVirtual())
                            .await()
                            .atMost(PATIENCE))
                    .isFalse();
        }
    }

    @Test
    void whatFollowsMayUseThePoolAgain() {
        try (WorkerPool pool = new WorkerPool("test", 1, 1)) {
            Uni<Integer> twice = pool.run("owner", () -> 1)
                    .map(one -> one + pool.run("owner", () -> 2).await().atMost(PATIENCE));

            assertThat(twice.await().atMost(PATIENCE)).isEqualTo(3);
        }
    }

    @Test
    void refusesMoreThanMayWait() throws InterruptedException {
        try (WorkerPool pool = new WorkerPool("test", 1, 1)) {
            CountDownLatch release = new CountDownLatch(1);
            Uni<Boolean> blocked = pool.run(() -> {
                release.await();
                return true;
            });
            var first = blocked.subscribeAsCompletionStage();
            var second = blocked.subscribeAsCompletionStage();

            assertThatThrownBy(() -> pool.run(() -> true).await().atMost(PATIENCE))
                    .isInstanceOf(RejectedExecutionException.class);

            release.countDown();
            assertThat(first.join()).isTrue();
            assertThat(second.join()).isTrue();
        }
    }

    @Test
    void handsFailuresOver() {
        try (WorkerPool pool = new WorkerPool("test", 1, 1)) {
            assertThatThrownBy(() -> pool.run(() -> {
                                throw new IllegalStateException("broken");
                            })
                            .await()
                            .atMost(PATIENCE))
                    .hasMessage("broken");
        }
    }
}
