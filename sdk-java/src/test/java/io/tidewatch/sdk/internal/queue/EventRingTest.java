package io.tidewatch.sdk.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EventRingTest {

    @Test
    void behavesLikeABoundedQueue() {
        qt().forAll(integers().between(1, 9), lists().of(booleans().all()).ofSizeBetween(0, 200))
                .checkAssert((capacity, operations) -> {
                    EventRing<Integer> ring = new EventRing<>(capacity);
                    Queue<Taken> model = new ArrayDeque<>();
                    int next = 0;
                    for (boolean offer : operations) {
                        if (offer) {
                            boolean room = model.size() < capacity;
                            assertThat(ring.offer(next, "id " + next, -next)).isEqualTo(room);
                            if (room) {
                                model.add(new Taken(next, "id " + next, -next));
                            }
                            next++;
                        } else {
                            assertThat(ring.poll(Taken::new)).isEqualTo(model.poll());
                        }
                        assertThat(ring.size()).isEqualTo(model.size());
                    }
                });
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // More threads than cores: spinning without yielding would only wait.
    void losesAndInventsNothingAmongManyProducers() throws InterruptedException {
        int producers = 4;
        int each = 50_000;
        EventRing<Integer> ring = new EventRing<>(64);
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int p = 0; p < producers; p++) {
            int producer = p;
            threads.add(new Thread(() -> {
                awaitUninterruptibly(start);
                for (int i = 0; i < each; i++) {
                    Integer element = producer;
                    while (!ring.offer(element, Integer.toString(i), i)) {
                        Thread.yield();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        start.countDown();

        long[] expected = new long[producers];
        for (int received = 0; received < producers * each; ) {
            Taken taken = ring.poll(Taken::new);
            if (taken == null) {
                Thread.yield();
            } else {
                // Each producer's elements come out in its order, each once and with what was put beside it.
                if (taken.millis != expected[taken.producer]++
                        || !Long.toString(taken.millis).equals(taken.id)) {
                    throw new AssertionError(taken + " came out of turn");
                }
                received++;
            }
        }

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ring.poll(Taken::new)).isNull();
        assertThat(ring.size()).isZero();
        assertThat(ring.offered()).isEqualTo((long) producers * each);
    }

    @Test
    void keepsTheElementWhenItCannotBeAssembled() {
        EventRing<Integer> ring = new EventRing<>(4);
        ring.offer(1, "id", 7);
        assertThatThrownBy(() -> ring.poll((element, id, millis) -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(ring.size()).isEqualTo(1);
        assertThat(ring.poll(Taken::new)).isEqualTo(new Taken(1, "id", 7));
    }

    private record Taken(int producer, String id, long millis) {}

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
