package io.tidewatch.demo.bench;

import io.tidewatch.demo.PartsFolder;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.flight.FlightReader;
import io.tidewatch.demo.replay.TimeShift;
import io.tidewatch.demo.stack.StackConnection;
import io.tidewatch.demo.stack.VolumeReader;
import io.tidewatch.sdk.DeliveryStats;
import io.tidewatch.sdk.GroundTruth;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.PredictionBuilder;
import io.tidewatch.sdk.Tidewatch;
import io.tidewatch.sdk.registry.FeatureType;
import io.tidewatch.sdk.registry.ModelDefinition;
import io.tidewatch.sdk.registry.ModelRegistry;
import io.tidewatch.sdk.registry.ModelTask;
import io.tidewatch.sdk.registry.RegistryException;
import io.tidewatch.sdk.registry.VersionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sends every flight as a prediction, and its delay as ground truth, through the SDK into a running stack, and reads every id
 * back. Each measurement is one line of JSON on standard output; the exit code is 1 if anything is missing.
 */
public final class ReplayBench {
    private static final String ORGANIZATION = "demo-airline";
    private static final String TEAM = "delays";
    /** A job may send larger requests than a service: each one is synced to disk before it is answered. */
    private static final int BATCH = 4_096;

    private static final int BLOCK = 8_192;
    private static final long NANOS_PER_MILLISECOND = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackConnection stack;
    private final FlightFile flights;
    private final long limit;
    private final String model;
    private final Instant now;
    private final TimeShift shift;
    private final SentIds ids = new SentIds();
    private long longestNanos;
    private long overMillisecond;

    private ReplayBench(StackConnection stack, FlightFile flights, long limit, Instant now) {
        this.stack = stack;
        this.flights = flights;
        this.limit = limit;
        this.now = now;
        this.model = "replay-bench-" + now.getEpochSecond();
        // The last flight leaves before midnight of yesterday: none is in the future.
        this.shift = TimeShift.endingAt(now.minus(1, ChronoUnit.DAYS));
    }

    /** Runs it: {@code --stack FILE [--flights N]}. */
    public static void main(String[] arguments) throws InterruptedException {
        Path stackFile = Path.of(".tidewatch", "stack.json");
        long limit = Long.MAX_VALUE;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (arguments[i].equals("--stack") && !value.isEmpty()) {
                stackFile = Path.of(value);
            } else if (arguments[i].equals("--flights") && value.matches("[1-9][0-9]{0,8}")) {
                limit = Long.parseLong(value);
            } else {
                System.err.println("bench replay: wrong option " + arguments[i] + " " + value);
                System.exit(2);
            }
        }
        try {
            StackConnection stack = StackConnection.read(stackFile);
            Path folder = Files.createDirectories(stackFile.toAbsolutePath().resolveSibling("demo"));
            FlightFile flights =
                    FlightFile.prepare(stack.clickhouse(), PartsFolder.flights(), folder.resolve("flights.rowbinary"));
            System.exit(new ReplayBench(stack, flights, limit, Clock.systemUTC().instant()).run() ? 0 : 1);
        } catch (IOException | RegistryException failure) {
            System.err.println("bench replay: failed: " + failure.getMessage());
            System.exit(1);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        String apiKey = stack.apiKey(ORGANIZATION, TEAM);
        register(apiKey);
        DeliveryStats stats = send(apiKey);
        Instant from = shift.toInstant(firstMinute()).truncatedTo(ChronoUnit.DAYS);
        awaitVisible(apiKey, from);
        boolean complete = readBack(apiKey, from);
        return complete && stats.dropped() == 0;
    }

    private void register(String apiKey) {
        try (ModelRegistry registry = ModelRegistry.connect(stack.api(), apiKey)) {
            registry.createModelIfAbsent(new ModelDefinition(model, "Replay bench", ModelTask.REGRESSION, TEAM));
            registry.createVersionIfAbsent(
                    model,
                    VersionDefinition.builder("1")
                            .feature("distance", FeatureType.FLOAT64)
                            .feature("hour", FeatureType.INT64)
                            .feature("weekday", FeatureType.INT64)
                            .feature("origin", FeatureType.CATEGORY)
                            .feature("destination", FeatureType.CATEGORY)
                            .outputUnit("min")
                            .build());
        }
    }

    private DeliveryStats send(String apiKey) throws IOException {
        long start = System.nanoTime();
        try (Tidewatch tidewatch = Tidewatch.builder()
                        .endpoint(stack.api())
                        .apiKey(apiKey)
                        .model(model)
                        .version("1")
                        .queueCapacity(4 * BLOCK)
                        .batchSize(BATCH)
                        .build();
                FlightReader reader = flights.open()) {
            List<GroundTruth> truths = new ArrayList<>(BLOCK);
            for (Flight flight = reader.next(); flight != null && ids.size() < limit; flight = reader.next()) {
                if (truths.isEmpty() && !tidewatch.awaitCapacity(2 * BLOCK, PATIENCE)) {
                    throw new IOException("The backend took no events for " + PATIENCE.toSeconds() + " s");
                }
                truths.add(GroundTruth.ofValue(record(tidewatch, flight), flight.delayMinutes())
                        .observedAt(known(flight)));
                if (truths.size() == BLOCK) {
                    truths.forEach(tidewatch::recordGroundTruth);
                    truths.clear();
                    tell("sent", ids.size());
                }
            }
            truths.forEach(tidewatch::recordGroundTruth);
            DeliveryStats stats = tidewatch.flush(PATIENCE).stats();
            double seconds = seconds(start);
            print("send", ids.size(), 2.0 * ids.size() / seconds, "events/s");
            print("send.time", ids.size(), seconds, "s");
            print("record.longest", ids.size(), longestNanos / (double) NANOS_PER_MILLISECOND, "ms");
            count("record.over-1ms", overMillisecond, "calls");
            count("recorded", stats.recorded(), "events");
            count("delivered", stats.delivered(), "events");
            count("dropped", stats.dropped(), "events");
            return stats;
        }
    }

    private String record(Tidewatch tidewatch, Flight flight) {
        PredictionBuilder prediction = Prediction.builder()
                .occurredAt(shift.toInstant(flight.minute()))
                .feature("distance", (double) flight.distanceMiles())
                .feature("hour", flight.hour())
                .feature("weekday", flight.weekday().getValue())
                .feature("origin", flight.origin())
                .feature("destination", flight.destination())
                .predictedValue(flight.distanceMiles() / 100.0);
        long before = System.nanoTime();
        String id = tidewatch.record(prediction);
        long took = System.nanoTime() - before;
        longestNanos = Math.max(longestNanos, took);
        overMillisecond += took > NANOS_PER_MILLISECOND ? 1 : 0;
        ids.add(id);
        return id;
    }

    private Instant known(Flight flight) {
        Instant landed = shift.toInstant(flight.outcomeKnownAtMinute());
        return landed.isAfter(now) ? now : landed;
    }

    private void awaitVisible(String apiKey, Instant from) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (VolumeReader volumes = new VolumeReader(stack.api())) {
            volumes.await(apiKey, model, from, now, ids.size(), PATIENCE);
        }
        print("visible", ids.size(), seconds(start), "s");
    }

    private boolean readBack(String apiKey, Instant from) throws IOException, InterruptedException {
        ids.seal();
        long start = System.nanoTime();
        try (ReadBack back = new ReadBack(stack.api(), apiKey, model, ids)) {
            back.read(from, now, rows -> tell("read", rows));
            print("read", back.rows(), back.rows() / seconds(start), "events/s");
            print("read.time", back.rows(), seconds(start), "s");
            count("missing", ids.missing(), "ids");
            count("unknown", back.unknown(), "ids");
            count("again", back.again(), "ids");
            count("without-ground-truth", back.withoutTruth(), "predictions");
            return ids.missing() + back.unknown() + back.again() + back.withoutTruth() == 0;
        }
    }

    private int firstMinute() throws IOException {
        try (FlightReader reader = flights.open()) {
            Flight first = reader.next();
            if (first == null) {
                throw new IOException("The file of flights is empty");
            }
            return first.minute();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** For people who watch: standard output is for measurements. */
    private static void tell(String what, long rows) {
        System.err.printf(Locale.ROOT, "\rbench replay: %s %,d", what, rows);
    }

    private void count(String name, long value, String unit) {
        print(name, ids.size(), (double) value, unit);
    }

    private static void print(String name, long rows, double value, String unit) {
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"replay\",\"case\":\"%s\",\"seed\":0,\"rows\":%d,\"value\":%.3f,\"unit\":\"%s\"}%n",
                name,
                rows,
                value,
                unit);
    }
}
