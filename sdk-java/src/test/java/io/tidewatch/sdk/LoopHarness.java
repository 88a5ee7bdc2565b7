package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.RetryPolicy;
import io.tidewatch.sdk.internal.log.ThrottledLogger;
import io.tidewatch.sdk.internal.spool.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A client without threads: the test is host and delivery thread in turn, and time passes when it says so. */
final class LoopHarness {

    static final int BATCH = 4;
    static final int CAPACITY = 16;
    static final Duration INTERVAL = Duration.ofSeconds(1);
    static final Duration RETRY_DEADLINE = Duration.ofSeconds(60);
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final ScriptedServer server;
    final Accounting accounting = new Accounting();
    final EventQueue queue = new EventQueue(CAPACITY, 1 << 20);
    final List<String> heard = new ArrayList<>();
    final SpoolStore spool;
    final DeliveryLoop loop;
    private final Sampler sampler;
    long nanos;
    long recorded;
    long dropsSeenOnHost;

    LoopHarness(ScriptedServer server) {
        this(server, null, 0, 1, null);
    }

    LoopHarness(ScriptedServer server, Path spoolFolder, long spoolBytes, double sampling, Redaction redaction) {
        this.server = server;
        this.sampler = new Sampler(sampling);
        ThrottledLogger logger = new ThrottledLogger(System.getLogger("io.tidewatch.sdk.test"), () -> nanos);
        this.spool = new SpoolStore(open(spoolFolder, spoolBytes), accounting, logger);
        Settings settings = new Settings(
                "flight-delay",
                "2",
                "production",
                CAPACITY,
                1 << 20,
                BATCH,
                2048,
                1024,
                INTERVAL,
                Duration.ofSeconds(10),
                RETRY_DEADLINE,
                new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(8)),
                Duration.ofSeconds(5),
                true,
                sampling,
                false,
                redaction,
                new Listener(),
                Clock.fixed(NOW, ZoneOffset.UTC));
        this.loop = new DeliveryLoop(settings, queue, spool, accounting, server, logger, () -> nanos, () -> 0.5);
    }

    private static Spool open(Path folder, long bytes) {
        try {
            return folder == null ? null : Spool.open(folder, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String record(PredictionBuilder builder) {
        Prediction prediction = builder.build();
        recorded++;
        accounting.recorded();
        String id = EventFactory.idOf(prediction, NOW.toEpochMilli());
        if (sampler.keeps(id)) {
            offered(queue.offer(prediction, id, NOW.toEpochMilli()));
        } else {
            accounting.sampledOut();
        }
        return id;
    }

    String record(String id) {
        return record(
                Prediction.builder().predictionId(id).feature("distance", 733.0).score(0.5));
    }

    void groundTruth(String id) {
        recorded++;
        accounting.recorded();
        if (sampler.keeps(id)) {
            offered(queue.offer(GroundTruth.ofClass(id, "late")));
        } else {
            accounting.sampledOut();
        }
    }

    private void offered(boolean taken) {
        if (!taken) {
            accounting.dropped(DropReason.QUEUE_FULL, 1);
            dropsSeenOnHost++;
        }
    }

    /** One step; time passes if the loop wants to wait. Answers what the step answered. */
    long step() {
        long wait = loop.step();
        nanos += Math.max(0, wait);
        return wait;
    }

    /** Steps until that much time has passed or the loop is done. */
    void run(Duration time) {
        long end = nanos + time.toNanos();
        int steps = 0;
        while (nanos < end && step() != DeliveryLoop.DONE) {
            if (++steps > 100_000) {
                throw new AssertionError("the loop is spinning");
            }
        }
    }

    /** Steps until every event has found its fate, or that much time has passed. */
    void runUntilSettled(Duration time) {
        long end = nanos + time.toNanos();
        while (nanos < end && (queue.pending() > 0 || spool.hasEvents())) {
            step();
        }
    }

    void flush() {
        loop.flushUpTo(queue.ticket());
    }

    /** Closes the way the client does. */
    void close(Duration timeout) {
        loop.close(nanos + timeout.toNanos());
        run(timeout.plusSeconds(1));
        loop.finish();
    }

    DeliveryStats stats() {
        return accounting.snapshot(spool.recovered(), spool.events(), queue.pending());
    }

    private final class Listener implements DeliveryListener {

        @Override
        public void onDelivered(long events) {
            heard.add("delivered " + events);
        }

        @Override
        public void onDropped(DropReason reason, long events, String detail) {
            heard.add("dropped " + reason + " " + events + " " + detail);
        }

        @Override
        public void onRetry(String cause) {
            heard.add("retry " + cause);
        }

        @Override
        public void onSpooled(long events) {
            heard.add("spooled " + events);
        }
    }
}
