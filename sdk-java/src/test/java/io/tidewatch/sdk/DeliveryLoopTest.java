package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.sdk.ScriptedServer.Mood;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Delivery without a spool, step by step. */
class DeliveryLoopTest {

    private final ScriptedServer server = new ScriptedServer();
    private final LoopHarness client = new LoopHarness(server);

    @Test
    void waitsForTheIntervalUnlessABatchIsFull() {
        client.record("a");
        assertThat(client.loop.step()).isEqualTo(LoopHarness.INTERVAL.toNanos());
        assertThat(server.attempts).isZero();

        recordMany(3);
        assertThat(client.loop.step()).isZero();
        assertThat(server.requestSizes).containsExactly(4);
    }

    @Test
    void sendsAPartOfABatchWhenTheIntervalIsOver() {
        client.record("a");
        client.run(LoopHarness.INTERVAL.plusMillis(1));

        assertThat(server.predictionIds).containsExactly("a");
        assertThat(client.queue.pending()).isZero();
    }

    @Test
    void sendsAtOnceWhenAskedToFlush() {
        client.record("a");
        client.flush();
        client.step();

        assertThat(server.predictionIds).containsExactly("a");
        assertThat(client.nanos).isZero();
    }

    @Test
    void sendsPredictionsBeforeTheGroundTruthsOfTheSameBatch() {
        client.groundTruth("a");
        client.record("a");
        client.flush();
        client.run(LoopHarness.INTERVAL);

        assertThat(server.groundTruthIds).containsExactly("a");
        assertThat(server.early).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "ASKS_FOR_TIME", "UNREACHABLE", "NONSENSE", "MUTE"})
    void triesAgainWhatMayPass(Mood mood) {
        server.mood = mood;
        client.record("a");
        client.run(Duration.ofSeconds(10));
        assertThat(client.stats().pending()).isEqualTo(1);
        assertThat(client.stats().dropped()).isZero();

        server.mood = Mood.WELL;
        client.run(Duration.ofSeconds(30));
        assertThat(server.predictionIds).containsExactly("a");
        assertThat(client.stats().delivered()).isEqualTo(1);
        assertThat(client.stats().duplicates()).isEqualTo(mood == Mood.MUTE ? 1 : 0);
    }

    @Test
    void waitsLongerAfterEachFailure() {
        server.mood = Mood.UNAVAILABLE;
        client.record("a");
        client.flush();
        long[] waits = new long[5];
        for (int i = 0; i < waits.length; i++) {
            // The attempt, then the wait that follows it.
            client.step();
            waits[i] = Duration.ofNanos(client.step()).toMillis();
        }
        assertThat(waits).containsExactly(750, 1500, 3000, 6000, 6000);
    }

    @Test
    void doesNotComeBackBeforeTheServerAskedFor() {
        server.mood = Mood.ASKS_FOR_TIME;
        client.record("a");
        client.flush();
        client.step();
        recordMany(LoopHarness.BATCH);
        client.flush();

        assertThat(client.step()).isEqualTo(Duration.ofSeconds(20).toNanos());
        assertThat(server.attempts).isEqualTo(1);
    }

    @Test
    void givesUpAtTheDeadlineOfTheBatch() {
        server.mood = Mood.UNREACHABLE;
        client.record("a");
        client.run(LoopHarness.RETRY_DEADLINE.plus(LoopHarness.INTERVAL));

        assertThat(client.stats().droppedByReason()).isEqualTo(Map.of(DropReason.RETRY_DEADLINE, 1L));
        assertThat(client.heard).last().isEqualTo("dropped RETRY_DEADLINE 1 IOException: Connection refused");
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN, SERVER_ERROR, internal-error",
        "UNAUTHORIZED, UNAUTHORIZED, api-key-expired",
        "BAD_REQUEST, REJECTED_BY_SERVER, malformed-json (4)",
        "REFUSES_ALL, REJECTED_BY_SERVER, unknown-version (4)",
    })
    void doesNotRepeatWhatWillNotPass(Mood mood, DropReason reason, String detail) {
        server.mood = mood;
        recordMany(LoopHarness.BATCH);
        client.run(LoopHarness.INTERVAL);

        assertThat(server.attempts).isEqualTo(1);
        assertThat(client.stats().droppedByReason()).isEqualTo(Map.of(reason, 4L));
        assertThat(client.heard).contains("dropped " + reason + " 4 " + detail);
    }

    @Test
    void doesNotHurryOnAfterALoss() {
        server.mood = Mood.UNAUTHORIZED;
        recordMany(2 * LoopHarness.BATCH);
        client.step();

        assertThat(client.step()).isEqualTo(Duration.ofMillis(750).toNanos());
        assertThat(server.attempts).isEqualTo(1);
    }

    @Test
    void countsRefusedEventsByCodeAndDeliversTheOthers() {
        server.mood = Mood.REFUSES_SOME;
        recordMany(LoopHarness.BATCH);
        client.run(LoopHarness.INTERVAL);

        DeliveryStats stats = client.stats();
        assertThat(stats.delivered()).isEqualTo(2);
        assertThat(stats.rejected()).isEqualTo(2);
        assertThat(stats.rejectedByCode()).isEqualTo(Map.of("wrong-type", 2L));
        assertThat(client.heard).containsExactly("delivered 2", "dropped REJECTED_BY_SERVER 2 wrong-type (2)");
    }

    @Test
    void splitsWhatIsTooLargeForTheServer() {
        server.mood = Mood.SMALL;
        recordMany(LoopHarness.BATCH);
        client.run(LoopHarness.INTERVAL);

        assertThat(server.requestSizes).containsExactly(2, 2);
        assertThat(client.stats().delivered()).isEqualTo(4);
    }

    @Test
    void dropsASingleEventThatIsTooLargeForTheServer() {
        server.mood = Mood.SMALL;
        client.record(Prediction.builder().feature("text", "x".repeat(ScriptedServer.SMALL_BYTES)));
        client.record("b");
        client.flush();
        client.run(Duration.ofSeconds(2));

        assertThat(client.stats().droppedByReason()).isEqualTo(Map.of(DropReason.TOO_LARGE, 1L));
        assertThat(server.predictionIds).containsExactly("b");
    }

    @Test
    void goesOnWithoutCompressionIfTheServerWantsNone() {
        server.mood = Mood.UNCOMPRESSED_ONLY;
        recordMany(2 * LoopHarness.BATCH);
        client.run(LoopHarness.INTERVAL);

        assertThat(client.stats().delivered()).isEqualTo(8);
        assertThat(server.attempts).isEqualTo(3);
    }

    @Test
    void dropsAnEventThatIsTooLargeForItself() {
        client.record(Prediction.builder().feature("text", "x".repeat(1024)));
        client.record("b");
        client.flush();
        client.run(LoopHarness.INTERVAL);

        assertThat(client.stats().droppedByReason()).isEqualTo(Map.of(DropReason.TOO_LARGE, 1L));
        assertThat(server.predictionIds).containsExactly("b");
    }

    @Test
    void keepsABatchWithinItsBytes() {
        for (int i = 0; i < 4; i++) {
            client.record(Prediction.builder().feature("text", "x".repeat(700)));
        }
        client.flush();
        client.run(LoopHarness.INTERVAL);

        assertThat(server.requestSizes).containsExactly(3, 1);
    }

    @Test
    void closingDeliversWhatIsThere() {
        recordMany(10);
        client.close(Duration.ofSeconds(5));

        assertThat(client.stats().delivered()).isEqualTo(10);
        assertThat(client.stats().pending()).isZero();
    }

    @Test
    void closingTriesOnceMoreAtOnceAndDropsTheRestAtItsDeadline() {
        server.mood = Mood.UNAVAILABLE;
        recordMany(10);
        client.run(Duration.ofSeconds(10));
        int before = server.attempts;
        client.close(Duration.ofSeconds(1));

        assertThat(server.attempts).isEqualTo(before + 1);
        assertThat(client.stats().droppedByReason()).isEqualTo(Map.of(DropReason.CLOSED, 10L));
        assertThat(client.stats().pending()).isZero();
    }

    @Test
    void closingRespectsWhatTheServerAskedFor() {
        server.mood = Mood.ASKS_FOR_TIME;
        recordMany(4);
        client.step();
        client.close(Duration.ofSeconds(5));

        assertThat(server.attempts).isEqualTo(1);
        assertThat(client.nanos).isLessThan(Duration.ofSeconds(2).toNanos());
        assertThat(client.stats().droppedByReason()).isEqualTo(Map.of(DropReason.CLOSED, 4L));
    }

    @Test
    void givesUpOnePayloadAfterAnInternalErrorAndGoesOn() {
        recordMany(LoopHarness.BATCH);
        server.mood = Mood.UNAVAILABLE;
        client.step();
        client.loop.recoverFrom(new IllegalStateException("a defect"));
        server.mood = Mood.WELL;
        client.record("next");
        client.run(Duration.ofSeconds(5));

        assertThat(client.stats().droppedByReason()).isEqualTo(Map.of(DropReason.INTERNAL_ERROR, 4L));
        assertThat(server.predictionIds).containsExactly("next");
    }

    @Test
    void tellsTheHostOfDropsOnItsOwnThreads() {
        server.mood = Mood.UNAVAILABLE;
        recordMany(LoopHarness.CAPACITY + 3);
        client.step();

        assertThat(client.heard).first().isEqualTo("dropped QUEUE_FULL 3 ");
    }

    private void recordMany(int events) {
        IntStream.range(0, events).forEach(i -> client.record("many-" + client.recorded));
    }
}
