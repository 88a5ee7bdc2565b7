package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.sdk.ScriptedServer.Mood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery with a spool, step by step. */
class SpoolDeliveryTest {

    private static final long ROOMY = 1 << 20;

    @TempDir
    Path folder;

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void writesToDiskWhatTheServerDoesNotTake() {
        LoopHarness client = client(ROOMY);
        server.mood = Mood.UNAVAILABLE;
        record(client, 0, 6);
        client.run(Duration.ofSeconds(20));

        assertThat(client.stats().spooled()).isEqualTo(6);
        assertThat(client.stats().pending()).isZero();
        assertThat(client.heard).contains("spooled 4", "spooled 2");
    }

    @Test
    void deliversFromDiskInOrderWhenTheServerIsBack() {
        LoopHarness client = client(ROOMY);
        server.mood = Mood.UNREACHABLE;
        record(client, 0, 6);
        client.run(Duration.ofMinutes(30));
        server.mood = Mood.WELL;
        record(client, 6, 12);
        client.run(Duration.ofMinutes(1));

        assertThat(server.predictionIds).isEqualTo(ids(0, 12));
        assertThat(client.stats().delivered()).isEqualTo(12);
        assertThat(client.stats().spooled()).isZero();
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void freesMemoryWhileTheServerIsAway() {
        LoopHarness client = client(ROOMY);
        server.mood = Mood.UNREACHABLE;
        for (int i = 0; i < 20; i++) {
            record(client, 10 * i, 10 * i + 10);
            client.run(Duration.ofSeconds(2));
        }

        assertThat(client.stats().dropped()).isZero();
        assertThat(client.stats().spooled() + client.stats().pending()).isEqualTo(200);
    }

    @Test
    void closingPutsEverythingOnDiskForTheNextProcess() {
        LoopHarness first = client(ROOMY);
        server.mood = Mood.UNREACHABLE;
        record(first, 0, 10);
        first.groundTruth("id-3");
        first.close(Duration.ofSeconds(5));
        assertThat(first.stats().spooled()).isEqualTo(11);
        assertThat(first.stats().dropped()).isZero();
        assertThat(first.nanos).isLessThan(Duration.ofSeconds(5).toNanos());

        server.mood = Mood.WELL;
        LoopHarness second = client(ROOMY);
        second.run(Duration.ofSeconds(5));
        assertThat(second.stats().recovered()).isEqualTo(11);
        assertThat(second.stats().delivered()).isEqualTo(11);
        assertThat(server.predictionIds).isEqualTo(ids(0, 10));
        assertThat(server.groundTruthIds).containsExactly("id-3");
        assertThat(server.early).isEmpty();
    }

    @Test
    void keepsMemoryAndTurnsNewEventsAwayWhenTheDiskIsFull() {
        LoopHarness client = client(8 * 1024);
        server.mood = Mood.UNREACHABLE;
        for (int i = 0; i < 30; i++) {
            record(client, 10 * i, 10 * i + 10);
            client.run(Duration.ofSeconds(1));
        }
        DeliveryStats stats = client.stats();
        assertThat(stats.droppedByReason()).containsOnlyKeys(DropReason.QUEUE_FULL);
        assertThat(stats.pending()).isEqualTo(LoopHarness.CAPACITY);
        assertThat(stats.spooled()).isPositive();

        server.mood = Mood.WELL;
        client.run(Duration.ofMinutes(1));
        assertThat(client.stats().delivered()).isEqualTo(stats.spooled() + stats.pending());
        assertThat(client.stats().pending()).isZero();
    }

    @Test
    void doesNotSpinWhileTheDiskIsFull() {
        LoopHarness client = client(8 * 1024);
        server.mood = Mood.ASKS_FOR_TIME;
        for (int i = 0; i < 30; i++) {
            record(client, 10 * i, 10 * i + 10);
            client.run(Duration.ofSeconds(1));
        }
        long start = client.nanos;
        int steps = 0;
        while (client.nanos - start < Duration.ofMinutes(10).toNanos()) {
            client.step();
            steps++;
        }
        assertThat(steps).isLessThan(200);
        assertThat(client.loop.canUseEvents()).isFalse();
    }

    @Test
    void dropsFromDiskWhatTheServerRefusesForGood() {
        LoopHarness client = client(ROOMY);
        server.mood = Mood.UNREACHABLE;
        record(client, 0, 4);
        client.run(Duration.ofSeconds(2));
        server.mood = Mood.REFUSES_ALL;
        client.run(Duration.ofMinutes(1));

        assertThat(client.stats().droppedByReason()).isEqualTo(Map.of(DropReason.REJECTED_BY_SERVER, 4L));
        assertThat(client.stats().spooled()).isZero();
    }

    @Test
    void splitsFromDiskWhatIsTooLargeForTheServer() {
        LoopHarness client = client(ROOMY);
        server.mood = Mood.UNREACHABLE;
        record(client, 0, 4);
        client.run(Duration.ofSeconds(2));
        server.mood = Mood.SMALL;
        client.run(Duration.ofMinutes(1));

        assertThat(server.predictionIds).isEqualTo(ids(0, 4));
        assertThat(client.stats().spooled()).isZero();
    }

    @Test
    void countsWhatADamagedDiskLost() throws IOException {
        LoopHarness client = client(ROOMY);
        server.mood = Mood.UNREACHABLE;
        record(client, 0, 4);
        client.run(Duration.ofSeconds(1));
        client.step();
        for (Path segment : segments()) {
            Files.write(segment, new byte[10]);
        }
        // What is being delivered was read before the damage; the rest is written and read after it.
        record(client, 4, 8);
        client.run(Duration.ofSeconds(20));
        server.mood = Mood.WELL;
        client.run(Duration.ofMinutes(1));

        DeliveryStats stats = client.stats();
        assertThat(stats.delivered() + stats.dropped(DropReason.SPOOL_FAILED)).isEqualTo(8);
        assertThat(stats.spooled()).isZero();
        assertThat(stats.pending()).isZero();
    }

    @Test
    void fallsBackToMemoryIfTheDiskCannotBeWritten() throws IOException {
        LoopHarness client = client(ROOMY);
        client.step();
        // The folder is gone: no segment can be created in it.
        deleteFolder();
        server.mood = Mood.UNREACHABLE;
        record(client, 0, 4);
        client.run(Duration.ofSeconds(10));
        assertThat(client.stats().pending()).isEqualTo(4);

        server.mood = Mood.WELL;
        client.run(Duration.ofSeconds(30));
        assertThat(server.predictionIds).isEqualTo(ids(0, 4));
    }

    private LoopHarness client(long spoolBytes) {
        return new LoopHarness(server, folder, spoolBytes, 1, null);
    }

    private static void record(LoopHarness client, int from, int to) {
        ids(from, to).forEach(client::record);
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "id-" + i).toList();
    }

    private long filesOnDisk() {
        return segments().size();
    }

    private List<Path> segments() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".spool")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("0"))) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
