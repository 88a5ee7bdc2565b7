package io.tidewatch.load.bench;

import io.tidewatch.load.EventMaker;
import io.tidewatch.load.Product;
import io.tidewatch.load.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that are made before the clock starts. */
final class Workload {

    private static final long SPAN_MILLIS = 6L * 86_400_000;
    private static final long POLL_MILLIS = 20;
    private static final int SENDERS = 4;

    private final String model;
    private final List<byte[]> bodies = new ArrayList<>();
    private final Map<String, String> headers;
    private final long events;

    /**
     * Makes the requests.
     *
     * @param lines true for NDJSON with gzip, false for plain JSON
     */
    Workload(String model, long seed, int features, int events, int perRequest, boolean lines) {
        this.model = model;
        this.events = events;
        EventMaker maker = new EventMaker(seed, features, Instant.now().minusMillis(SPAN_MILLIS), SPAN_MILLIS);
        for (int from = 0; from < events; from += perRequest) {
            List<String> batch = new ArrayList<>();
            for (int i = from; i < Math.min(events, from + perRequest); i++) {
                batch.add(maker.event(maker.id(System.currentTimeMillis())));
            }
            bodies.add(lines ? EventMaker.gzip(EventMaker.lines(batch)) : EventMaker.json(batch));
        }
        this.headers = lines
                ? Map.of("Content-Type", "application/x-ndjson", "Content-Encoding", "gzip")
                : Map.of("Content-Type", "application/json");
    }

    long events() {
        return events;
    }

    List<byte[]> bodies() {
        return bodies;
    }

    /** Sends everything, several requests at a time; what is refused for now is sent again. */
    void sendAll(Product product) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < SENDERS; i++) {
                senders.execute(() -> {
                    for (int at = next.getAndIncrement(); at < bodies.size(); at = next.getAndIncrement()) {
                        while (!send(product, bodies.get(at)).isAccepted()) {
                            pause(POLL_MILLIS);
                        }
                    }
                });
            }
        }
    }

    Reply send(Product product, byte[] body) {
        try {
            return product.send("/models/" + model + "/predictions", body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until fewer than this many events are on their way to the event store. */
    static void awaitPendingBelow(Product product, long limit) {
        try {
            while (product.metric("tidewatch_ingestion_log_events") >= limit) {
                pause(POLL_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void pause(long millis) {
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
