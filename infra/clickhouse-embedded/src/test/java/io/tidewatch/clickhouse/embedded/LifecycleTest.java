package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void everyAcknowledgedRowIsThereAfterKill() throws Exception {
        Path data = TestDirectories.create("killed");
        EmbeddedClickHouse engine = SharedEngine.start(data, 64);
        AtomicLong acknowledged = new AtomicLong();
        try (Client client = SharedEngine.client(engine.url())) {
            SharedEngine.execute(client, "CREATE DATABASE d");
            SharedEngine.execute(
                    client,
                    "CREATE TABLE d.t (a UInt64) ENGINE = MergeTree ORDER BY a"
                            + " SETTINGS fsync_after_insert = 1, fsync_part_directory = 1");
            Thread writer = Thread.ofPlatform().start(() -> writeUntilFailure(client, acknowledged));
            while (acknowledged.get() < 20) {
                Thread.onSpinWait();
            }
            engine.kill();
            writer.join();
        }
        assertThat(engine.isAlive()).isFalse();
        try (EmbeddedClickHouse again = SharedEngine.start(data, 64);
                Client client = SharedEngine.client(again.url())) {
            long rows =
                    client.queryAll("SELECT uniqExact(a) FROM d.t").getFirst().getLong(1);
            // One more insert may have been done without its acknowledgement.
            assertThat(rows / ROWS).isBetween(acknowledged.get(), acknowledged.get() + 1);
            assertThat(rows % ROWS).isZero();
            try (Stream<Path> left = Files.list(data.resolve("spool"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    private static final int ROWS = 1000;

    private static void writeUntilFailure(Client client, AtomicLong acknowledged) {
        InsertSettings settings = new InsertSettings().setDatabase("d");
        for (long batch = 0; ; batch++) {
            ByteBuffer rows = ByteBuffer.allocate(ROWS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < ROWS; i++) {
                rows.putLong(batch * ROWS + i);
            }
            try {
                client.insert("t", new ByteArrayInputStream(rows.array()), ClickHouseFormat.RowBinary, settings)
                        .get()
                        .close();
            } catch (Exception e) {
                return;
            }
            acknowledged.incrementAndGet();
        }
    }

    @Test
    void stopsWhenItIsClosedAlsoWithRunningQueries() throws Exception {
        EmbeddedClickHouse engine = SharedEngine.start(TestDirectories.create("closed"), 64);
        HttpRequest endless = HttpRequest.newBuilder(engine.url())
                .POST(HttpRequest.BodyPublishers.ofString(
                        "SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient();
                Client client = SharedEngine.client(engine.url())) {
            var running = http.sendAsync(endless, HttpResponse.BodyHandlers.discarding());
            awaitQueries(client, 1);
            long start = System.nanoTime();
            engine.close();
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
            assertThat(ProcessHandle.of(engine.pid())
                            .map(ProcessHandle::isAlive)
                            .orElse(false))
                    .isFalse();
            assertThat(running.handle((answer, failure) -> failure != null || answer.statusCode() != 200)
                            .get(5, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        assertThatThrownBy(() -> SharedEngine.start(TestDirectories.shared(), 64))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not start");
        assertThat(SharedEngine.ask("SELECT 1")).isEqualTo("1");
    }

    @Test
    void endsWithItsParent() throws Exception {
        Path data = TestDirectories.create("orphan");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentOfEngine.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long child;
        try (var lines = parent.inputReader()) {
            child = Long.parseLong(lines.readLine());
        }
        ProcessHandle handle = ProcessHandle.of(child).orElseThrow();
        assertThat(handle.isAlive()).isTrue();
        parent.destroyForcibly();
        handle.onExit().get(10, TimeUnit.SECONDS);
        assertThat(handle.isAlive()).isFalse();
    }

    @Test
    void runsFromTheCommandLine() throws Exception {
        Path data = TestDirectories.create("command");
        Path portFile = data.resolve("chosen-port");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        "target/classes",
                        Main.class.getName(),
                        "--data",
                        data.toString(),
                        "--memory",
                        "536870912",
                        "--connections",
                        "2",
                        "--port-file",
                        portFile.toString()))
                .redirectErrorStream(true)
                .start();
        try (var lines = process.inputReader()) {
            assertThat(lines.readLine()).startsWith("ClickHouse ").contains("serves http://127.0.0.1:");
            String port = awaitContent(portFile);
            try (Client client = SharedEngine.client(URI.create("http://127.0.0.1:" + port))) {
                assertThat(client.ping()).isTrue();
                assertThat(client.queryAll(
                                        "SELECT value FROM system.server_settings WHERE name = 'max_server_memory_usage'")
                                .getFirst()
                                .getString(1))
                        .isEqualTo("536870912");
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(lines.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhatIsWrongWithItsArguments() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/classes",
                        Main.class.getName(),
                        "--port",
                        "8123")
                .redirectErrorStream(true)
                .start();
        try (var lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("--data is missing");
            assertThat(lines.readLine()).startsWith("usage: --data DIR --port N");
        }
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static String awaitContent(Path file) throws IOException {
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
        return Files.readString(file);
    }

    private static void awaitQueries(Client client, int count) {
        String sql =
                "SELECT count() FROM system.processes WHERE query LIKE '%sipHash64%' AND query NOT LIKE '%processes%'";
        while (client.queryAll(sql).getFirst().getLong(1) != count) {
            Thread.onSpinWait();
        }
    }
}
