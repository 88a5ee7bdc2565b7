package io.tidewatch.load.bench;

import io.tidewatch.load.Product;
import io.tidewatch.load.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends twenty times what it may, without ever waiting when told to, and asks for drift over everything it has. */
final class Noise implements AutoCloseable {

    private static final int TIMES = 20;
    private static final int FEATURES = 20;
    private static final int PER_SEND = 500;
    private static final int SENDERS = 4;
    private static final int READERS = 2;
    private static final int BODIES = 200;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    private Noise() {}

    static Noise start(Product product, String model, Instant from, long seed, int eventsPerSecond, Counts counts) {
        Noise noise = new Noise();
        Workload work = new Workload(model, seed + 9, FEATURES, BODIES * PER_SEND, PER_SEND, true);
        AtomicInteger next = new AtomicInteger();
        long gapMillis = 1_000L * SENDERS * PER_SEND / ((long) TIMES * eventsPerSecond);
        for (int i = 0; i < SENDERS; i++) {
            noise.run(() -> {
                Reply reply = work.send(product, work.bodies().get(next.getAndIncrement() % BODIES));
                counts.add("sends", reply.status());
                Workload.pause(gapMillis);
            });
        }
        for (int i = 0; i < READERS; i++) {
            noise.run(() -> {
                // Another window each time, so that nothing is remembered.
                Instant start = from.plusSeconds(next.getAndIncrement() % 3_600);
                try {
                    Reply reply = product.get("/models/" + model + "/drift?from=" + start + "&to=" + Instant.now());
                    counts.add("reads", reply.status());
                } catch (IOException e) {
                    counts.add("reads", 0);
                }
            });
        }
        return noise;
    }

    private void run(Runnable work) {
        threads.add(Thread.ofPlatform().start(() -> {
            while (stop.getCount() > 0) {
                work.run();
            }
        }));
    }

    @Override
    public void close() {
        stop.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Answers by what was asked and their status. */
    static final class Counts {

        private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();

        void add(String what, int status) {
            counts.computeIfAbsent(what + " " + status, ignored -> new AtomicInteger())
                    .incrementAndGet();
        }

        Map<String, Integer> figures() {
            Map<String, Integer> figures = new TreeMap<>();
            counts.forEach((name, count) -> figures.put(name, count.get()));
            return figures;
        }
    }
}
