package io.tidewatch.sdk.bench;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.tidewatch.sdk.DeliveryStats;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.ServerFault;
import io.tidewatch.sdk.Tidewatch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long a host's thread is held at most while the server misbehaves. The same loop without a client, in the same run,
 * tells how long the machine itself holds a thread up, and OpenTelemetry's batch processor how long others do.
 */
final class FaultBench {

    private static final long PAUSE_TOKENS = 20_000;
    private static final int WARM_UP = 30_000;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final int calls;
    private final BenchOutput out;

    FaultBench(int calls, BenchOutput out) {
        this.calls = calls;
        this.out = out;
    }

    void run() throws Exception {
        Prediction prediction = new Workload().prediction().build();
        Tidewatch nothing = Tidewatch.noop();
        long[] idle = times(() -> nothing.record(prediction));
        long idleLongest = idle[idle.length - 1];
        report("no-client", idle, idleLongest);
        yardstick(idleLongest);
        for (ServerFault fault : ServerFault.values()) {
            fault(fault, prediction, idleLongest);
        }
    }

    private void yardstick(long idleLongest) {
        HandOverBenchmark.Yardstick theirs = new HandOverBenchmark.Yardstick();
        theirs.start();
        ReadableSpan span = theirs.ended;
        long[] times = times(() -> theirs.processor.onEnd(span));
        theirs.stop();
        report("opentelemetry.no-fault", times, idleLongest);
    }

    private void fault(ServerFault fault, Prediction prediction, long idleLongest) throws Exception {
        String name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try (ServerFault.Running server = fault.start()) {
            long before = usedMemory();
            Tidewatch tidewatch = Tidewatch.builder()
                    .endpoint(server.url())
                    .apiKey("none")
                    .model("benchmark")
                    .version("1")
                    .requestTimeout(Duration.ofSeconds(2))
                    .retryDeadline(Duration.ofSeconds(10))
                    .build();
            long waits = waits();
            long[] times = times(() -> tidewatch.record(prediction));
            waits = waits() - waits;
            long after = usedMemory();
            report(name, times, idleLongest);
            out.print(name + ".record.waits", calls, waits, "waits and locks");
            out.print(name + ".memory", calls, Math.max(0, after - before) / 1048576.0, "MiB");
            DeliveryStats stats = tidewatch.close(Duration.ofSeconds(1)).stats();
            out.print(
                    name + ".unaccounted",
                    stats.recorded(),
                    stats.recorded() - stats.delivered() - stats.dropped() - stats.spooled(),
                    "events");
        }
    }

    private void report(String name, long[] sorted, long idleLongest) {
        out.print(
                name + ".record.longest",
                sorted.length,
                sorted[sorted.length - 1] / NANOS_PER_MILLISECOND,
                "ms",
                "the same loop without a client",
                idleLongest / NANOS_PER_MILLISECOND);
        out.print(
                name + ".record.p99.99",
                sorted.length,
                sorted[(int) (sorted.length * 0.9999)] / NANOS_PER_MILLISECOND,
                "ms");
        out.print(
                name + ".record.over-1ms",
                sorted.length,
                Arrays.stream(sorted)
                        .filter(time -> time > NANOS_PER_MILLISECOND)
                        .count(),
                "calls");
    }

    private long[] times(Runnable call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.run();
            Blackhole.consumeCPU(PAUSE_TOKENS);
        }
        long[] times = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.run();
            times[i] = System.nanoTime() - start;
            Blackhole.consumeCPU(PAUSE_TOKENS);
        }
        Arrays.sort(times);
        return times;
    }

    /** How often this thread had to wait, for anything, or for a lock, as the JVM counts it. */
    private static long waits() {
        ThreadInfo info = ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().getId());
        return info.getWaitedCount() + info.getBlockedCount();
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
