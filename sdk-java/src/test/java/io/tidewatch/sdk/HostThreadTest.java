package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * With every fault of a server: the host's thread neither waits nor is held up by a lock while it records, what waits is
 * bounded, everything is accounted for, and no thread is left. The JVM itself counts how often a thread waited or was blocked,
 * so nothing here depends on how fast the machine is; {@code ./tidewatch bench sdk} measures times.
 */
@Timeout(60)
class HostThreadTest {

    private static final int MANY = 30_000;
    private static final int CAPACITY = 2_048;
    private static final int BATCH = 256;

    @ParameterizedTest
    @EnumSource(ServerFault.class)
    void neverWaits(ServerFault fault) throws Exception {
        Set<Thread> before = sdkThreads();
        try (ServerFault.Running server = fault.start()) {
            Tidewatch tidewatch = Tidewatch.builder()
                    .endpoint(server.url())
                    .apiKey("tw_test_secret")
                    .model("flight-delay")
                    .version("2")
                    .queueCapacity(CAPACITY)
                    .batchSize(BATCH)
                    .flushInterval(Duration.ofMillis(5))
                    .requestTimeout(Duration.ofMillis(200))
                    .retryDeadline(Duration.ofMillis(400))
                    .build();
            // Classes are loaded and initialized once, which may wait.
            record(tidewatch, 1_000);

            ThreadInfo start = thisThread();
            record(tidewatch, MANY);
            ThreadInfo end = thisThread();

            assertThat(end.getWaitedCount()).as("waits").isEqualTo(start.getWaitedCount());
            assertThat(end.getBlockedCount()).as("locks").isEqualTo(start.getBlockedCount());
            assertThat(tidewatch.stats().pending()).isLessThanOrEqualTo(CAPACITY + BATCH);

            DeliveryStats stats = tidewatch.close(Duration.ofMillis(300)).stats();
            assertThat(stats.pending()).isZero();
            assertThat(stats.recorded()).isEqualTo(MANY + 1_000);
            assertThat(stats.delivered() + stats.dropped() + stats.spooled()).isEqualTo(stats.recorded());
        }
        if (Runtime.version().feature() < 21) {
            // The JDK's client could not be closed then; its thread goes when the client is found to be garbage.
            System.gc();
        }
        for (Thread thread : sdkThreads()) {
            if (!before.contains(thread)) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static void record(Tidewatch tidewatch, int count) {
        for (int i = 0; i < count; i++) {
            tidewatch.record(
                    Prediction.builder().feature("a", i).feature("b", "x").score(0.5));
        }
    }

    private static ThreadInfo thisThread() {
        return ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().getId());
    }

    private static Set<Thread> sdkThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("tidewatch-")
                        || thread.getName().startsWith("HttpClient-"))
                .collect(Collectors.toSet());
    }
}
