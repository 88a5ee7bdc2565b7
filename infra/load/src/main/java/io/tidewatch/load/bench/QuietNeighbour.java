package io.tidewatch.load.bench;

import io.tidewatch.load.Product;
import io.tidewatch.load.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends and reads at a steady pace within its limits, and notes how long each answer took. */
final class QuietNeighbour {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Product product;
    private final String model;
    private final Instant from;
    private final Workload workload;
    private final List<Double> sends = new ArrayList<>();
    private final List<Double> reads = new ArrayList<>();

    QuietNeighbour(Product product, String model, Instant from, Workload workload) {
        this.product = product;
        this.model = model;
        this.from = from;
        this.workload = workload;
    }

    List<Double> sends() {
        return sends;
    }

    List<Double> reads() {
        return reads;
    }

    void send(long millis, int each) {
        pace(millis, each, sends, number -> {
            List<byte[]> bodies = workload.bodies();
            // A body that was sent before is a repetition, which is told as fast.
            return workload.send(product, bodies.get(NEXT.getAndIncrement() % bodies.size()));
        });
    }

    /** The newest predictions, and the volume of a week, by turns. */
    void read(long millis, int each) {
        pace(millis, each, reads, number -> {
            String window = "?from=" + from + "&to=" + Instant.now();
            return product.get("/models/" + model + (number % 2 == 0 ? "/predictions" : "/volume") + window);
        });
    }

    private static void pace(long millis, int each, List<Double> took, Call call) {
        long begin = System.nanoTime();
        for (int i = 0; (long) i * each < millis; i++) {
            long due = begin + (long) i * each * 1_000_000L;
            long early = (due - System.nanoTime()) / 1_000_000;
            if (early > 0) {
                Workload.pause(early);
            }
            try {
                // From when it was due: who waits in line is slow, too.
                Reply reply = call.run(i);
                if (reply.status() >= 300) {
                    throw new IllegalStateException("The quiet neighbour got " + reply.status() + ": " + reply.body());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            took.add((System.nanoTime() - due) / 1e6);
        }
    }

    /** A request. */
    @FunctionalInterface
    private interface Call {
        Reply run(int number) throws IOException;
    }
}
