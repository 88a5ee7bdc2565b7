package io.tidewatch.load.bench;

import io.tidewatch.load.EventMaker;
import io.tidewatch.load.Product;
import io.tidewatch.local.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The whole path on one machine: client, HTTP, backend, engine; and how long a sender waits for his answer. */
final class IngestBench {

    private static final String MODEL = "bench";
    private static final double FIRST_LIMIT_MILLIS = 5;
    private static final int LATENCY_SECONDS = 20;

    private final long seed;

    IngestBench(long seed) {
        this.seed = seed;
    }

    void run(int features, int events, boolean lines, boolean latency) {
        String form = lines ? "NDJSON + gzip" : "JSON";
        int perRequest = Math.max(20, 20_000 / features);
        try (Product product = Product.start(Map.of("TIDEWATCH_INGESTION_LOG_KEPT", "PT0S"))) {
            product.registerModel(MODEL, EventMaker.names(features));
            new Workload(MODEL, seed + 1, features, events / 4, perRequest, lines).sendAll(product);
            Workload.awaitPendingBelow(product, 1);
            Workload work = new Workload(MODEL, seed, features, events, perRequest, lines);
            Map<String, Long> pids = new LinkedHashMap<>(StoreBench.pids(product));
            pids.put("client", ProcessHandle.current().pid());
            CpuClock cpu = new CpuClock(pids);
            long start = System.nanoTime();
            work.sendAll(product);
            double acknowledged = events * 1e9 / (System.nanoTime() - start);
            Workload.awaitPendingBelow(product, 1);
            double rate = events * 1e9 / (System.nanoTime() - start);
            Map<String, Object> perMillion = cpu.perMillion(events);
            long stored = (long) product.engine().number("SELECT count() FROM prediction");
            double own =
                    OwnInsert.eventsPerSecond(product.engine(), product.stack().data(), stored);
            new Result("ingest", "whole path, " + form + ", " + features + " features", seed, events, rate, "events/s")
                    .against("the engine's own INSERT of the same rows from a RowBinary file", own)
                    .with("acknowledgedPerSecond", acknowledged)
                    .with("cpuSecondsPerMillionEvents", perMillion)
                    .print();
            if (latency) {
                latency(product, features, rate, lines);
            }
            memory(product, features, events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At half of what the whole path takes. */
    private void latency(Product product, int features, double rate, boolean lines) throws IOException {
        int perRequest = 100;
        int requests = (int) Math.max(100, LATENCY_SECONDS * rate / 2 / perRequest);
        Workload work = new Workload(MODEL, seed + 2, features, requests * perRequest, perRequest, lines);
        double[] sync = syncMillis(product.stack().data(), work.bodies().getFirst().length * 3);
        double[] millis = new double[requests];
        double gapNanos = perRequest * 1e9 / (rate / 2);
        long begin = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = begin + (long) (i * gapNanos);
            long early = (due - System.nanoTime()) / 1_000_000;
            if (early > 0) {
                Workload.pause(early);
            }
            long start = System.nanoTime();
            if (!work.send(product, work.bodies().get(i)).isAccepted()) {
                throw new IllegalStateException("A request was refused at half load");
            }
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Workload.awaitPendingBelow(product, 1);
        Arrays.sort(millis);
        double limit = FIRST_LIMIT_MILLIS + 2 * percentile(sync, 0.99);
        new Result(
                        "ingest",
                        "acknowledgement p99 at half load, " + features + " features",
                        seed,
                        (long) requests * perRequest,
                        percentile(millis, 0.99),
                        "ms")
                .against("5 ms + 2 x p99 of fdatasync of the same bytes", limit)
                .with("p50", percentile(millis, 0.5))
                .with("syncP99", percentile(sync, 0.99))
                .print();
    }

    private static double[] syncMillis(Path folder, int bytes) throws IOException {
        double[] millis = new double[300];
        try (FileChannel channel = FileChannel.open(
                folder.resolve("sync.bin"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int i = 0; i < millis.length; i++) {
                long start = System.nanoTime();
                ByteBuffer buffer = ByteBuffer.allocate(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(false);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private void memory(Product product, int features, int events) throws IOException {
        new Result(
                        "ingest",
                        "backend heap in use, " + features + " features",
                        seed,
                        events,
                        product.metric("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20),
                        "MiB")
                .against("heap limit of the backend", 512)
                .with(
                        "peakResident",
                        CpuClock.peakMegabytes(
                                product.stack().process(Part.BACKEND).pid()))
                .print();
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
