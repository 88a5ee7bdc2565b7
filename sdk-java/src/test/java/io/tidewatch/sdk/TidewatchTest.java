package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.sdk.internal.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole library against a server that behaves. */
class TidewatchTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void bringsAPredictionAndItsGroundTruthToTheServer() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().build()) {
            // When
            String id = tidewatch.record(Prediction.builder()
                    .feature("distance", 733.0)
                    .feature("origin", "ATL")
                    .feature("stops", 2)
                    .feature("weekend", true)
                    .missing("tailwind")
                    .score(0.81)
                    .predictedClass("late")
                    .segment("carrier", "DL")
                    .latency(Duration.ofNanos(1_250_000))
                    .occurredAt(Instant.parse("2001-03-04T05:06:07.089Z")));
            tidewatch.recordGroundTruth(GroundTruth.ofClass(id, "on-time"));
            FlushResult result = tidewatch.flush(LONG);

            // Then
            assertThat(result.complete()).isTrue();
            assertThat(result.delivered()).isEqualTo(2);
            assertThat(server.requests)
                    .extracting(FakeServer.Received::path)
                    .containsExactly(
                            "/api/v1/models/flight-delay/predictions", "/api/v1/models/flight-delay/ground-truth");
            assertThat(server.requests.get(0).authorization()).isEqualTo("Bearer tw_test_secret");
            JsonObject event = server.events("predictions").get(0);
            assertThat(event.string("predictionId")).isEqualTo(id);
            assertThat(event.string("version")).isEqualTo("2");
            assertThat(event.string("environment")).isEqualTo("production");
            assertThat(event.string("occurredAt")).isEqualTo("2001-03-04T05:06:07.089Z");
            assertThat(event.object("features").members())
                    .containsEntry("distance", 733L)
                    .containsEntry("origin", "ATL")
                    .containsEntry("stops", 2L)
                    .containsEntry("weekend", true)
                    .containsEntry("tailwind", null);
            assertThat(event.object("prediction").members())
                    .containsEntry("score", 0.81)
                    .containsEntry("class", "late");
            assertThat(event.object("segments").members()).containsEntry("carrier", "DL");
            assertThat(event.members()).containsEntry("latencyMs", 1.25);
            assertThat(server.events("ground-truth").get(0).members())
                    .containsEntry("predictionId", id)
                    .containsEntry("class", "on-time");
        }
    }

    @Test
    void deliversEverythingInBatchesAndInOrder() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().batchSize(100).build()) {
            // When
            List<String> sent = IntStream.range(0, 5_000)
                    .mapToObj(i -> tidewatch.record(
                            Prediction.builder().feature("i", i).score(0.5)))
                    .toList();
            FlushResult result = tidewatch.close(LONG);

            // Then
            assertThat(result.complete()).isTrue();
            assertThat(server.predictionIds()).isEqualTo(sent);
            assertThat(server.requests).allMatch(request -> request.events().size() <= 100 && request.gzip());
        }
    }

    @Test
    void anOutcomeThatCannotBeMadeIsCountedAndThePredictionSent() throws Exception {
        try (FakeServer server = new FakeServer();
                Tidewatch tidewatch = server.client().build()) {
            tidewatch.record(Prediction.builder().feature("a", 1), id -> GroundTruth.ofClass(id, "late"));
            tidewatch.record(Prediction.builder().feature("a", 2), id -> {
                throw new IllegalStateException("no outcome for " + id);
            });
            tidewatch.record(Prediction.builder().feature("a", 3), id -> null);

            DeliveryStats stats = tidewatch.flush(LONG).stats();
            assertThat(stats.delivered()).isEqualTo(4);
            assertThat(stats.droppedByReason()).isEqualTo(Map.of(DropReason.INVALID, 2L));
        }
    }
}
