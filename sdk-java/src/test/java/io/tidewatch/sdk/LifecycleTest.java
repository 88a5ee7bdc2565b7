package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From {@code build()} to {@code close()} and after, with real threads. */
@Timeout(60)
class LifecycleTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void closingTwiceAnswersTheSame() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Tidewatch tidewatch = server.client().build();
            tidewatch.record(Prediction.builder().feature("a", 1));
            FlushResult first = tidewatch.close(LONG);

            assertThat(first.complete()).isTrue();
            assertThat(first.delivered()).isEqualTo(1);
            assertThat(tidewatch.close(Duration.ZERO)).isSameAs(first);
            tidewatch.close();
        }
    }

    @Test
    void recordingAfterClosingIsCountedAndHarmless() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Tidewatch tidewatch = server.client().build();
            tidewatch.close();

            assertThat(tidewatch.record(Prediction.builder().feature("a", 1))).hasSize(36);
            tidewatch.recordGroundTruth(GroundTruth.ofClass("id", "late"));
            assertThat(tidewatch.stats().droppedByReason()).isEqualTo(Map.of(DropReason.CLOSED, 2L));
            assertThat(tidewatch.flush(Duration.ofMillis(1)).complete()).isTrue();
            assertThat(tidewatch.awaitCapacity(1, Duration.ofMillis(1))).isFalse();
            assertThat(server.attempts).hasValue(0);
        }
    }

    @Test
    void neverThrowsForNulls() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().build()) {
            assertThat(tidewatch.record((Prediction) null)).hasSize(36);
            assertThat(tidewatch.record((PredictionBuilder) null)).hasSize(36);
            tidewatch.recordGroundTruth(null);
            tidewatch.recordGroundTruth(GroundTruth.ofClass(null, null));
            tidewatch.record(Prediction.builder().feature("", 1));
            tidewatch.flush(null);

            assertThat(tidewatch.stats().droppedByReason()).isEqualTo(Map.of(DropReason.INVALID, 5L));
        }
    }

    @Test
    void threadsThatRecordWhileItClosesAreAllAccountedFor() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Tidewatch tidewatch = server.client().build();
            int threads = 4;
            CountDownLatch started = new CountDownLatch(threads);
            AtomicReference<Boolean> goOn = new AtomicReference<>(true);
            List<Thread> recorders = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread recorder = new Thread(() -> {
                    started.countDown();
                    while (goOn.get()) {
                        tidewatch.record(Prediction.builder().feature("a", 1));
                    }
                });
                recorder.start();
                recorders.add(recorder);
            }
            started.await();
            tidewatch.close(LONG);
            goOn.set(false);
            for (Thread recorder : recorders) {
                recorder.join();
            }

            DeliveryStats stats = tidewatch.stats();
            assertThat(stats.pending()).isZero();
            assertThat(stats.delivered() + stats.dropped()).isEqualTo(stats.recorded());
            assertThat(server.predictionIds()).hasSize((int) stats.delivered());
        }
    }

    @Test
    void aListenerMayFlushAndCloseWithoutWaitingForItself() throws Exception {
        AtomicReference<Tidewatch> client = new AtomicReference<>();
        CountDownLatch told = new CountDownLatch(1);
        try (FakeServer server = new FakeServer()) {
            Tidewatch tidewatch = server.client()
                    .flushInterval(LONG)
                    .listener(new DeliveryListener() {
                        @Override
                        public void onDelivered(long events) {
                            client.get().flush(LONG);
                            client.get().close(LONG);
                            told.countDown();
                        }
                    })
                    .build();
            client.set(tidewatch);
            tidewatch.record(Prediction.builder().feature("a", 1));
            assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1);

            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(tidewatch.close(LONG).complete()).isTrue();
        }
    }

    @Test
    void aListenerThatThrowsDisturbsNothing() throws Exception {
        DeliveryListener broken = new DeliveryListener() {
            @Override
            public void onDelivered(long events) {
                throw new IllegalStateException("not here");
            }

            @Override
            public void onDropped(DropReason reason, long events, String detail) {
                throw new IllegalStateException("nor here");
            }
        };
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().listener(broken).build()) {
            tidewatch.record((Prediction) null);
            tidewatch.record(Prediction.builder().feature("a", 1));
            assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1);
            tidewatch.record(Prediction.builder().feature("a", 2));
            assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(2);
        }
    }

    @Test
    void anErrorInTheHostsHookDoesNotEndDelivery() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client()
                        .redaction(prediction -> {
                            if (prediction.features().containsKey("bomb")) {
                                throw new NoClassDefFoundError("com/example/Missing");
                            }
                            return prediction;
                        })
                        .build()) {
            tidewatch.record(Prediction.builder().feature("bomb", 1));
            tidewatch.record(Prediction.builder().feature("a", 1));
            FlushResult result = tidewatch.flush(LONG);

            assertThat(result.delivered()).isEqualTo(1);
            assertThat(result.stats().droppedByReason()).isEqualTo(Map.of(DropReason.REDACTION_FAILED, 1L));
        }
    }

    @Test
    void jobsMayWaitForRoomInsteadOfDropping() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch =
                        server.client().queueCapacity(64).batchSize(32).build()) {
            for (int i = 0; i < 2_000; i++) {
                assertThat(tidewatch.awaitCapacity(1, LONG)).isTrue();
                tidewatch.record(Prediction.builder().feature("a", i));
            }
            FlushResult result = tidewatch.flush(LONG);

            assertThat(result.delivered()).isEqualTo(2_000);
            assertThat(result.dropped()).isZero();
        }
    }

    @Test
    void samplingKeepsPredictionsAndTheirGroundTruthTogether() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().sampling(0.3).build()) {
            for (int i = 0; i < 500; i++) {
                String id = tidewatch.record(Prediction.builder().feature("a", i));
                tidewatch.recordGroundTruth(GroundTruth.ofClass(id, "late"));
            }
            FlushResult result = tidewatch.flush(LONG);

            List<String> truths = server.events("ground-truth").stream()
                    .map(event -> event.string("predictionId"))
                    .toList();
            assertThat(truths).isEqualTo(server.predictionIds());
            assertThat(truths).hasSizeBetween(100, 200);
            assertThat(result.stats().sampledOut()).isEqualTo(1_000 - 2L * truths.size());
            assertThat(result.complete()).isTrue();
        }
    }

    @Test
    void theClockOfTheHostDatesPredictions() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().clock(clock).build()) {
            tidewatch.record(Prediction.builder().feature("a", 1));
            tidewatch.flush(LONG);

            assertThat(server.events("predictions").get(0).string("occurredAt")).isEqualTo("2001-01-01T00:00:00Z");
        }
    }

    @Test
    void theSpoolOutlivesTheClient(@TempDir Path folder) throws Exception {
        int port;
        String id;
        try (FakeServer server = new FakeServer()) {
            port = server.port();
            server.answer(exchange -> {
                FakeServer.respond(exchange, 503, "");
                return true;
            });
            Tidewatch tidewatch = server.client().spool(folder).build();
            id = tidewatch.record(Prediction.builder().feature("a", 1));
            FlushResult result = tidewatch.close(Duration.ofSeconds(2));
            assertThat(result.complete()).isFalse();
            assertThat(result.spooled()).isEqualTo(1);
            assertThat(result.dropped()).isZero();
        }
        try (FakeServer server = new FakeServer(port);
                Tidewatch tidewatch = server.client().spool(folder).build()) {
            assertThat(tidewatch.flush(LONG).delivered()).isEqualTo(1);
            assertThat(server.predictionIds()).containsExactly(id);
        }
    }

    @Test
    void memoryStaysWithinItsBytes() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch reached = new CountDownLatch(1);
        try (FakeServer server = new FakeServer()) {
            server.answer(exchange -> {
                reached.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return false;
            });
            Tidewatch tidewatch = server.client()
                    .maxQueueBytes(1 << 20)
                    .queueCapacity(1 << 20)
                    .requestTimeout(LONG)
                    .build();
            tidewatch.record(Prediction.builder().feature("a", 1));
            assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 50_000; i++) {
                tidewatch.record(Prediction.builder().feature("text", "x".repeat(1000)));
            }
            DeliveryStats stats = tidewatch.stats();
            assertThat(stats.pending()).isBetween(700L, 1_050L);
            assertThat(stats.dropped(DropReason.QUEUE_FULL)).isEqualTo(50_001 - stats.pending());
            release.countDown();
            assertThat(tidewatch.close(LONG).delivered()).isEqualTo(stats.pending());
        }
    }
}
