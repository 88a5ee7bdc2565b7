package io.tidewatch.sdk.bench;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.tidewatch.sdk.DeliveryStats;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.ServerFault;
import io.tidewatch.sdk.Tidewatch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long a host's thread is held at most while the server misbehaves: by the clock, and in the thread's own processor
 * time. The second together with no waits is what the library does to the host, whatever else the machine does; the first
 * also has what the system and the JVM do to any thread, which the same loop without a client shows. OpenTelemetry's batch
 * processor in the same run tells how long others hold it.
 */
final class FaultBench {

    private static final long PAUSE_TOKENS = 20_000;
    private static final int WARM_UP = 30_000;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int calls;
    private final BenchOutput out;

    FaultBench(int calls, BenchOutput out) {
        this.calls = calls;
        this.out = out;
    }

    void run() throws Exception {
        Prediction prediction = new Workload().prediction().build();
        Tidewatch nothing = Tidewatch.noop();
        Times idle = times(() -> nothing.record(prediction));
        report("no-client", idle, idle);
        yardstick(idle);
        for (ServerFault fault : ServerFault.values()) {
            fault(fault, prediction, idle);
        }
    }

    private void yardstick(Times idle) {
        HandOverBenchmark.Yardstick theirs = new HandOverBenchmark.Yardstick();
        theirs.start();
        ReadableSpan span = theirs.ended;
        Times times = times(() -> theirs.processor.onEnd(span));
        theirs.stop();
        report("opentelemetry.no-fault", times, idle);
    }

    private void fault(ServerFault fault, Prediction prediction, Times idle) throws Exception {
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
            Times times = times(() -> tidewatch.record(prediction));
            waits = waits() - waits;
            long after = usedMemory();
            report(name, times, idle);
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

    private void report(String name, Times times, Times idle) {
        out.print(
                name + ".record.longest",
                times.byClock.length,
                longest(times.byClock),
                "ms",
                "the same loop without a client",
                longest(idle.byClock));
        out.print(
                name + ".record.longest.processor",
                times.ofProcessor.length,
                longest(times.ofProcessor),
                "ms",
                "the same loop without a client",
                longest(idle.ofProcessor));
        long[] sorted = times.byClock;
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

    private static double longest(long[] sorted) {
        return sorted[sorted.length - 1] / NANOS_PER_MILLISECOND;
    }

    private Times times(Runnable call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.run();
            Blackhole.consumeCPU(PAUSE_TOKENS);
        }
        Times times = new Times(new long[calls], new long[calls]);
        for (int i = 0; i < calls; i++) {
            long processor = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            call.run();
            times.byClock[i] = System.nanoTime() - start;
            times.ofProcessor[i] = THREADS.getCurrentThreadCpuTime() - processor;
            Blackhole.consumeCPU(PAUSE_TOKENS);
        }
        Arrays.sort(times.byClock);
        Arrays.sort(times.ofProcessor);
        return times;
    }

    /** Nanoseconds of each call, sorted. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Times(long[] byClock, long[] ofProcessor) {}

    /** How often this thread had to wait, for anything, or for a lock, as the JVM counts it. */
    private static long waits() {
        ThreadInfo info = THREADS.getThreadInfo(Thread.currentThread().getId());
        return info.getWaitedCount() + info.getBlockedCount();
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
