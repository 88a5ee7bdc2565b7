package io.tidewatch.sdk.bench;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.tidewatch.sdk.AcceptingTransport;
import io.tidewatch.sdk.Prediction;
import io.tidewatch.sdk.Tidewatch;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long the host's thread is held when it hands an event over, and when it builds and hands it over. Both libraries
 * have room in their queues: calls are paced, as in a service, so that what is measured is taking an event and not turning
 * it away.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class HandOverBenchmark {

    /** Work between two calls: roughly 30,000 calls a second. */
    private static final long PAUSE_TOKENS = 20_000;

    /** Keeps the pace of a busy service; not part of the time measured. */
    @State(Scope.Thread)
    public static class Pace {

        /** Lets the time between two requests pass. */
        @Setup(Level.Invocation)
        public void pause() {
            Blackhole.consumeCPU(PAUSE_TOKENS);
        }
    }

    /** A client of this library. */
    @State(Scope.Benchmark)
    public static class OurClient {

        final Workload workload = new Workload();
        final Prediction prediction = workload.prediction().build();
        Tidewatch tidewatch;

        /** Starts it. */
        @Setup
        public void start() {
            tidewatch = AcceptingTransport.client().build();
        }

        /** Closes it, and makes sure that events were taken and not turned away. */
        @TearDown
        public void stop() {
            long dropped = tidewatch.close(Duration.ofSeconds(10)).dropped();
            if (dropped > 0) {
                throw new IllegalStateException(dropped + " events were dropped: the pace is too fast to compare");
            }
        }
    }

    /** OpenTelemetry's batch processor, with its defaults. */
    @State(Scope.Benchmark)
    public static class Yardstick {

        final Workload workload = new Workload();
        BatchSpanProcessor processor;
        SdkTracerProvider provider;
        io.opentelemetry.api.trace.Tracer tracer;
        ReadableSpan ended;

        /** Starts it. */
        @Setup
        public void start() {
            processor = BatchSpanProcessor.builder(new DiscardingExporter())
                    .setMaxQueueSize(16_384)
                    .build();
            Capture capture = new Capture();
            provider = SdkTracerProvider.builder()
                    .addSpanProcessor(SpanProcessor.composite(capture, processor))
                    .build();
            tracer = provider.get("bench");
            workload.span(tracer).end();
            ended = capture.span;
        }

        /** Stops it. */
        @TearDown
        public void stop() {
            provider.shutdown().join(10, TimeUnit.SECONDS);
        }
    }

    /** Keeps the first span that ends. */
    private static final class Capture implements SpanProcessor {

        ReadableSpan span;

        @Override
        public void onStart(Context parent, ReadWriteSpan started) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan ended) {
            if (span == null) {
                span = ended;
            }
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    /** Hands over an event that is already built: ours. */
    @Benchmark
    public String handOverTidewatch(OurClient client, Pace pace) {
        return client.tidewatch.record(client.prediction);
    }

    /** Hands over an event that is already built: OpenTelemetry's. */
    @Benchmark
    public void handOverOpenTelemetry(Yardstick yardstick, Pace pace) {
        yardstick.processor.onEnd(yardstick.ended);
    }

    /** Builds an event of twenty features and hands it over: ours. */
    @Benchmark
    public String buildAndHandOverTidewatch(OurClient client, Pace pace) {
        return client.tidewatch.record(client.workload.prediction());
    }

    /** Builds a span of twenty-two attributes and ends it: OpenTelemetry's. */
    @Benchmark
    public void buildAndHandOverOpenTelemetry(Yardstick yardstick, Pace pace) {
        yardstick.workload.span(yardstick.tracer).end();
    }
}
