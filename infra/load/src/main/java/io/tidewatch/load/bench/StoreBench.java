package io.tidewatch.load.bench;

import io.tidewatch.load.Engine;
import io.tidewatch.load.EventMaker;
import io.tidewatch.load.Product;
import io.tidewatch.local.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How fast the writer moves events from the log to the engine, and what they take there: the log is filled while the
 * engine is away.
 */
final class StoreBench {

    private static final String MODEL = "bench";
    private static final int PER_REQUEST = 1_000;

    private final long seed;

    StoreBench(long seed) {
        this.seed = seed;
    }

    void run(int features, int events) {
        try (Product product = Product.start(Map.of(
                "TIDEWATCH_INGESTION_LOG_KEPT",
                "PT0S",
                "TIDEWATCH_INGESTION_LOG_MAX_BYTES",
                "8589934592",
                // The last batch is not full; it must not wait for events that never come.
                "TIDEWATCH_INGESTION_LOG_LINGER",
                "PT0.02S"))) {
            product.registerModel(MODEL, EventMaker.names(features));
            warmUp(product, features);
            Workload work =
                    new Workload(MODEL, seed, features, events, Math.max(20, 20 * PER_REQUEST / features), true);
            product.stack().kill(Part.CLICKHOUSE);
            work.sendAll(product);
            product.stack().restart(Part.CLICKHOUSE);
            Workload.awaitPendingBelow(product, events);
            CpuClock cpu = new CpuClock(pids(product));
            double before = product.engine().number("SELECT count() FROM prediction");
            long start = System.nanoTime();
            Workload.awaitPendingBelow(product, 1);
            double seconds = (System.nanoTime() - start) / 1e9;
            double after = product.engine().number("SELECT count() FROM prediction");
            Map<String, Object> perMillion = cpu.perMillion((long) (after - before));
            double own =
                    OwnInsert.eventsPerSecond(product.engine(), product.stack().data(), (long) after);
            new Result(
                            "store",
                            "writer, " + features + " features",
                            seed,
                            events,
                            (after - before) / seconds,
                            "events/s")
                    .against("the engine's own INSERT of the same rows from a RowBinary file", own)
                    .with("cpuSecondsPerMillionEvents", perMillion)
                    .print();
            size(product.engine(), features, (long) after);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void warmUp(Product product, int features) throws java.io.IOException {
        Workload warm = new Workload(MODEL, seed + 1, features, 20_000 * 20 / Math.max(20, features), 500, true);
        warm.sendAll(product);
        Workload.awaitPendingBelow(product, 1);
    }

    static Map<String, Long> pids(Product product) {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("backend", product.stack().process(Part.BACKEND).pid());
        pids.put("engine", product.stack().process(Part.CLICKHOUSE).pid());
        return pids;
    }

    private void size(Engine engine, int features, long events) {
        String key = "organization_id UUID, model_id UUID, occurred_at DateTime64(6, 'UTC'), prediction_id UUID";
        String wide = IntStream.range(0, features)
                .mapToObj(i -> "v" + i + " Float64 CODEC(ZSTD(1))")
                .collect(Collectors.joining(", "));
        String order = "(organization_id, model_id, toStartOfHour(occurred_at), prediction_id)";
        engine.run("CREATE TABLE wide (" + key + ", " + wide + ") ENGINE = MergeTree PARTITION BY toMonday(occurred_at)"
                + " ORDER BY " + order + " SETTINGS min_bytes_for_wide_part = 0");
        String values = IntStream.range(0, features)
                .mapToObj(i -> "f64[" + (i + 1) + "]")
                .collect(Collectors.joining(", "));
        engine.run("INSERT INTO wide SELECT organization_id, model_id, occurred_at, prediction_id, " + values
                + " FROM prediction");
        engine.run("OPTIMIZE TABLE wide FINAL");
        engine.run("OPTIMIZE TABLE prediction FINAL");
        double count = (double) events * features;
        double arrays = bytes(engine, "prediction", "column = 'f64'") / count;
        double columns = bytes(engine, "wide", "column LIKE 'v%'") / count;
        new Result("store", "bytes per value, " + features + " features", seed, events, arrays, "bytes")
                .against("typed wide columns with ZSTD(1)", columns)
                .with("bytesPerEvent", bytes(engine, "prediction", "1") / events)
                .print();
    }

    private static double bytes(Engine engine, String table, String columns) {
        return engine.number(
                "SELECT sum(column_data_compressed_bytes) FROM system.parts_columns WHERE active AND table = '" + table
                        + "' AND database = currentDatabase() AND " + columns);
    }
}
