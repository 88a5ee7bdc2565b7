package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.tidewatch.sdk.ScriptedServer.Mood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens, in whatever order: nothing is lost without being counted, nothing is counted twice, and no ground truth is
 * sent before its prediction. A history is a list of numbers, each of which stands for something that happens.
 */
class DeliveryPropertyTest {

    private static final int HISTORIES = Histories.examples(300);

    /** The queue, what is in flight, and what waits for the disk. */
    private static final long MOST_IN_MEMORY = LoopHarness.CAPACITY + 2L * LoopHarness.BATCH;

    private static final Mood[] MOODS = Mood.values();

    @TempDir
    Path folder;

    @Test
    void everyEventHasOneFateWithoutASpool() {
        qt().withExamples(HISTORIES)
                .forAll(lists().of(integers().between(0, 9_999)).ofSizeBetween(0, 80))
                .checkAssert(history -> new Story(null, 1).play(history));
    }

    @Test
    void everyEventHasOneFateWithASpoolAndRestarts() {
        qt().withExamples(HISTORIES)
                .forAll(lists().of(integers().between(0, 9_999)).ofSizeBetween(0, 80))
                .checkAssert(history -> new Story(emptyFolder(), 1).play(history));
    }

    @Test
    void everyEventHasOneFateWithSampling() {
        qt().withExamples(HISTORIES / 3)
                .forAll(lists().of(integers().between(0, 9_999)).ofSizeBetween(0, 80))
                .checkAssert(history -> new Story(null, 0.4).play(history));
    }

    private Path emptyFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Story {

        private final ScriptedServer server = new ScriptedServer();
        private final Path spool;
        private final double sampling;
        private final List<String> ids = new ArrayList<>();
        private LoopHarness client;
        /** Sums over the processes that have ended. */
        private long droppedBefore;

        private long deliveredBefore;

        private long sampledOutBefore;
        private long recordedBefore;

        Story(Path spool, double sampling) {
            this.spool = spool;
            this.sampling = sampling;
            this.client = start();
        }

        private LoopHarness start() {
            return new LoopHarness(server, spool, 12 * 1024, sampling, null);
        }

        void play(List<Integer> history) {
            for (int event : history) {
                happen(event);
                nothingIsMissing();
            }
            server.mood = Mood.WELL;
            client.runUntilSettled(Duration.ofHours(1));
            nothingIsMissing();
            everythingHasArrived();
        }

        private void happen(int event) {
            int detail = event / 10;
            switch (event % 10) {
                case 0, 1, 2 -> recordSome(1 + detail % 9);
                case 3 -> truthFor(detail);
                case 4, 5 -> server.mood = MOODS[detail % MOODS.length];
                case 6 -> client.step();
                case 7 -> client.run(Duration.ofMillis((37L * detail) % 20_000));
                case 8 -> client.flush();
                default -> restart(detail);
            }
        }

        private void recordSome(int count) {
            for (int i = 0; i < count; i++) {
                String id = "prediction-" + ids.size();
                ids.add(id);
                client.record(Prediction.builder()
                        .predictionId(id)
                        .feature("text", "x".repeat(ids.size() * 31 % 300))
                        .score(0.5));
            }
        }

        private void truthFor(int detail) {
            if (!ids.isEmpty()) {
                client.groundTruth(ids.get(detail % ids.size()));
            }
        }

        /** Without a spool, a closed client drops what it could not deliver, which counts as well. */
        private void restart(int detail) {
            client.close(Duration.ofMillis(1L + detail % 5_000));
            assertThat(client.stats().pending()).isZero();
            nothingIsMissing();
            DeliveryStats stats = client.stats();
            droppedBefore += stats.dropped();
            deliveredBefore += stats.delivered();
            sampledOutBefore += stats.sampledOut();
            recordedBefore += stats.recorded();
            server.closed = false;
            client = start();
            // Reads what is on disk.
            client.step();
            assertThat(client.stats().recovered()).isEqualTo(stats.spooled());
        }

        private void nothingIsMissing() {
            DeliveryStats stats = client.stats();
            assertThat(stats.recorded()).isEqualTo(client.recorded);
            assertThat(stats.recorded() + stats.recovered())
                    .isEqualTo(stats.sampledOut()
                            + stats.delivered()
                            + stats.dropped()
                            + stats.spooled()
                            + stats.pending());
            assertThat(stats.pending()).isBetween(0L, MOST_IN_MEMORY);
            assertThat(stats.dropped(DropReason.INTERNAL_ERROR)).isZero();
            assertThat(stats.dropped(DropReason.SPOOL_FAILED)).isZero();
        }

        private void everythingHasArrived() {
            DeliveryStats stats = client.stats();
            assertThat(stats.pending()).isZero();
            assertThat(stats.spooled()).isZero();
            // Nothing vanished: whatever was not delivered, at least once, was dropped or sampled out.
            long distinct = (long) server.predictionIds.size() + server.groundTruthIds.size();
            long accountedFor = droppedBefore
                    + stats.dropped()
                    + sampledOutBefore
                    + stats.sampledOut()
                    + deliveredBefore
                    + stats.delivered();
            assertThat(accountedFor).isGreaterThanOrEqualTo(recordedBefore + stats.recorded());
            assertThat(distinct).isLessThanOrEqualTo(deliveredBefore + stats.delivered() + lostAnswers(stats));
            // Nothing was invented or repeated.
            assertThat(server.predictionIds).doesNotHaveDuplicates();
            assertThat(ids).containsAll(server.predictionIds);
            // A ground truth that came first is one whose prediction never came.
            Set<String> overtaken = new HashSet<>(server.early);
            overtaken.retainAll(new HashSet<>(server.predictionIds));
            assertThat(overtaken).isEmpty();
        }

        /** Events the server took although the client gave them up, because the answers were lost. */
        private long lostAnswers(DeliveryStats stats) {
            return droppedBefore + stats.dropped();
        }
    }
}
