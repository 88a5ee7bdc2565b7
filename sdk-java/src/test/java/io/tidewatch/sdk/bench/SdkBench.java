package io.tidewatch.sdk.bench;

import io.tidewatch.sdk.AcceptingTransport;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.Tidewatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * What recording costs the host, as one JSON object a line on standard output; OpenTelemetry's batch processor is measured
 * in the same run. Takes about five minutes; {@code --quick} takes seconds and is good for nothing but trying it out.
 */
public final class SdkBench {

    private static final int ALLOCATION_CALLS = 200_000;
    private static final int DELIVERY_EVENTS = 400_000;
    private static final int FAULT_CALLS = 400_000;
    private static final BenchOutput OUT = new BenchOutput();

    private SdkBench() {}

    /** Runs everything, or the parts that are named: {@code hand-over}, {@code rest}. */
    public static void main(String[] arguments) throws Exception {
        boolean quick = false;
        Set<String> parts = new TreeSet<>();
        for (String argument : arguments) {
            switch (argument) {
                case "--quick" -> quick = true;
                case "hand-over", "rest" -> parts.add(argument);
                default -> {
                    System.err.println("bench sdk: unknown option " + argument);
                    System.exit(2);
                }
            }
        }
        if (parts.isEmpty() || parts.contains("hand-over")) {
            latency(quick);
        }
        if (parts.isEmpty() || parts.contains("rest")) {
            allocation();
            delivery();
            new FaultBench(quick ? FAULT_CALLS / 20 : FAULT_CALLS, OUT).run();
        }
        // The JDK's HTTP server in some faults keeps a thread that is no daemon.
        System.exit(0);
    }

    private static void latency(boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(HandOverBenchmark.class.getName())
                .jvmArgsAppend(machine())
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (quick) {
            options.forks(1).warmupIterations(1).measurementIterations(1);
        }
        Map<String, Statistics> results = new TreeMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            results.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getStatistics());
        }
        for (String call : new String[] {"handOver", "buildAndHandOver"}) {
            Statistics ours = results.get(call + "Tidewatch");
            Statistics theirs = results.get(call + "OpenTelemetry");
            for (double percentile : new double[] {50, 99, 99.9}) {
                print(
                        call + ".p" + (percentile == 99.9 ? "99.9" : (int) percentile),
                        ours.getN(),
                        ours.getPercentile(percentile),
                        "ns",
                        theirs.getPercentile(percentile));
            }
        }
    }

    /**
     * The heap is touched before, as it is in a service that has run for a while: otherwise what is measured is how long the
     * kernel takes to hand out pages.
     */
    private static String[] machine() {
        List<String> arguments = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"));
        if (Runtime.version().feature() >= 23) {
            // JMH uses what the JDK warns of, and the warning would end up among the results.
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        return arguments.toArray(String[]::new);
    }

    private static void allocation() {
        HandOverBenchmark.OurClient ours = new HandOverBenchmark.OurClient();
        HandOverBenchmark.Yardstick theirs = new HandOverBenchmark.Yardstick();
        ours.start();
        theirs.start();
        Runnable drain = () -> ours.tidewatch.flush(Duration.ofSeconds(10));
        Runnable drainTheirs = () -> theirs.processor.forceFlush().join(10, java.util.concurrent.TimeUnit.SECONDS);
        Prediction withId =
                ours.workload.prediction().predictionId("0193-own-id").build();
        OUT.print(
                "handOver.ownId.allocation",
                ALLOCATION_CALLS,
                Allocation.perCall(ALLOCATION_CALLS, () -> ours.tidewatch.record(withId), drain),
                "bytes/call");
        // The id that is made and returned, and nothing else.
        print(
                "handOver.allocation",
                ALLOCATION_CALLS,
                Allocation.perCall(ALLOCATION_CALLS, () -> ours.tidewatch.record(ours.prediction), drain),
                "bytes/call",
                Allocation.perCall(ALLOCATION_CALLS, () -> theirs.processor.onEnd(theirs.ended), drainTheirs));
        print(
                "buildAndHandOver.allocation",
                ALLOCATION_CALLS,
                Allocation.perCall(ALLOCATION_CALLS, () -> ours.tidewatch.record(ours.workload.prediction()), drain),
                "bytes/call",
                Allocation.perCall(
                        ALLOCATION_CALLS,
                        () -> theirs.workload.span(theirs.tracer).end(),
                        drainTheirs));
        ours.stop();
        theirs.stop();
    }

    /** How fast the delivery thread encodes and compresses, with a server that costs nothing; no yardstick does that. */
    private static void delivery() {
        Workload workload = new Workload();
        Prediction[] predictions = new Prediction[1024];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = workload.prediction().build();
        }
        double best = 0;
        for (int round = 0; round < 3; round++) {
            try (Tidewatch tidewatch = AcceptingTransport.client().build()) {
                long start = System.nanoTime();
                for (int i = 0; i < DELIVERY_EVENTS; i++) {
                    if ((i & 1023) == 0 && !tidewatch.awaitCapacity(1024, Duration.ofSeconds(30))) {
                        throw new IllegalStateException("the queue does not drain");
                    }
                    tidewatch.record(predictions[i & 1023]);
                }
                if (tidewatch.flush(Duration.ofSeconds(30)).delivered() != DELIVERY_EVENTS) {
                    throw new IllegalStateException("not everything was delivered");
                }
                best = Math.max(best, DELIVERY_EVENTS / ((System.nanoTime() - start) / 1e9));
            }
        }
        print("delivery.encode", DELIVERY_EVENTS, best, "events/s", Double.NaN);
    }

    private static void print(String name, long rows, double value, String unit, double theirs) {
        if (Double.isNaN(theirs)) {
            OUT.print(name, rows, value, unit);
        } else {
            OUT.print(name, rows, value, unit, "OpenTelemetry BatchSpanProcessor", theirs);
        }
    }
}
