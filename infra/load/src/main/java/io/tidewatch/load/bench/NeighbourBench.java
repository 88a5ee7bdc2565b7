package io.tidewatch.load.bench;

import io.tidewatch.load.EventMaker;
import io.tidewatch.load.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How much slower an organization's sends and reads are while another one sends twenty times what it may and asks for what
 * is expensive. Both are measured by turns in one run.
 */
final class NeighbourBench {

    private static final String MODEL = "bench";
    private static final int FEATURES = 20;
    private static final int EVENTS_PER_SECOND = 2_000;
    private static final int NOISY_EVENTS = 150_000;
    private static final int QUIET_EVENTS = 30_000;
    private static final int ROUNDS = 4;
    private static final long PHASE_MILLIS = 10_000;
    private static final long WARM_MILLIS = 5_000;
    private static final int SEND_EACH_MILLIS = 100;
    private static final int READ_EACH_MILLIS = 500;
    private static final int EVENTS_PER_SEND = 50;

    private final long seed;

    NeighbourBench(long seed) {
        this.seed = seed;
    }

    void run() {
        try (Product noisy = Product.start(Map.of(
                        "TIDEWATCH_INGESTION_LOG_KEPT", "PT0S",
                        "TIDEWATCH_QUOTA_EVENTS_PER_SECOND", Integer.toString(EVENTS_PER_SECOND),
                        "TIDEWATCH_QUOTA_EVENT_BURST", Integer.toString(NOISY_EVENTS)));
                Product quiet = noisy.asNeighbour()) {
            Instant from = Instant.now().minusSeconds(7 * 86_400);
            fill(noisy, NOISY_EVENTS);
            fill(quiet, QUIET_EVENTS);
            Workload.awaitPendingBelow(noisy, 1);
            noisy.pinBaseline(MODEL, from);
            Workload sends = new Workload(
                    MODEL,
                    seed + 1,
                    FEATURES,
                    (int) (EVENTS_PER_SEND * 2 * ROUNDS * (PHASE_MILLIS + WARM_MILLIS) / SEND_EACH_MILLIS),
                    EVENTS_PER_SEND,
                    true);
            QuietNeighbour alone = new QuietNeighbour(quiet, MODEL, from, sends);
            QuietNeighbour disturbed = new QuietNeighbour(quiet, MODEL, from, sends);
            Noise.Counts noise = new Noise.Counts();
            for (int round = 0; round <= ROUNDS; round++) {
                // The first round warms up.
                boolean counts = round > 0;
                measure(counts ? alone : new QuietNeighbour(quiet, MODEL, from, sends));
                Noise running = Noise.start(noisy, MODEL, from, seed, EVENTS_PER_SECOND, noise);
                try {
                    Workload.pause(counts ? WARM_MILLIS / 5 : WARM_MILLIS);
                    measure(counts ? disturbed : new QuietNeighbour(quiet, MODEL, from, sends));
                } finally {
                    running.close();
                }
                Workload.awaitPendingBelow(noisy, 10_000);
            }
            print("p95 of a send", alone.sends(), disturbed.sends(), noise);
            print("p95 of a read", alone.reads(), disturbed.reads(), noise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Product product, int events) throws IOException {
        product.registerModel(MODEL, EventMaker.names(FEATURES));
        new Workload(MODEL, seed, FEATURES, events, 1_000, true).sendAll(product);
    }

    private static void measure(QuietNeighbour neighbour) {
        Thread sender = Thread.ofPlatform().start(() -> neighbour.send(PHASE_MILLIS, SEND_EACH_MILLIS));
        Thread reader = Thread.ofPlatform().start(() -> neighbour.read(PHASE_MILLIS, READ_EACH_MILLIS));
        try {
            sender.join();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void print(String name, List<Double> alone, List<Double> disturbed, Noise.Counts noise) {
        new Result("neighbours", name, seed, disturbed.size(), percentile(disturbed, 0.95), "ms")
                .against("the same without the noise, by turns in the same run", percentile(alone, 0.95))
                .with("p50", percentile(disturbed, 0.5))
                .with("p50Alone", percentile(alone, 0.5))
                .with("p99", percentile(disturbed, 0.99))
                .with("p99Alone", percentile(alone, 0.99))
                .with("noise", noise.figures())
                .print();
    }

    private static double percentile(List<Double> values, double share) {
        double[] sorted = new ArrayList<>(values)
                .stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
