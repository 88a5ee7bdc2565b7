package io.tidewatch.clickhouse.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when a client goes away in the middle. */
@Timeout(20)
class ClientLeavesTest {

    private static final String ENDLESS = "SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = ";

    @Test
    void aRunningQueryIsKilled() throws IOException {
        try (Socket client = request(ENDLESS + "11")) {
            await("query LIKE '%= 11'", 1);
        }
        await("query LIKE '%= 11'", 0);
    }

    @Test
    void aStreamedResultIsStopped() throws IOException {
        try (Socket client = request("SELECT number, 'leaves' FROM numbers(1000000000000)")) {
            assertThat(client.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);
        }
        await("query LIKE '%leaves%'", 0);
    }

    @Test
    void anInsertThatIsWaitedForNoMoreIsKilledAndItsFileRemoved() throws IOException {
        String database = SharedEngine.newDatabase();
        SharedEngine.execute("CREATE TABLE " + database + ".slow (a UInt64, b UInt8 MATERIALIZED sleepEachRow(0.2))"
                + " ENGINE = MergeTree ORDER BY a");
        try (Socket client = request("INSERT INTO " + database
                + ".slow SETTINGS function_sleep_max_microseconds_per_block = 60000000 FORMAT TSV\n"
                + "1\n".repeat(200))) {
            await("query LIKE 'INSERT INTO " + database + "%'", 1);
        }
        await("query LIKE 'INSERT INTO " + database + "%'", 0);
        awaitEmptySpool();
    }

    @Test
    void halfABodyIsNotInserted() throws IOException {
        String database = SharedEngine.newDatabase();
        SharedEngine.execute("CREATE TABLE " + database + ".half (a UInt64) ENGINE = MergeTree ORDER BY a");
        String body = "INSERT INTO " + database + ".half FORMAT TSV\n" + "1\n".repeat(500_000);
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), SharedEngine.engine().url().getPort())) {
            OutputStream out = client.getOutputStream();
            out.write(
                    ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (body.length() + 1) + "\r\n\r\n" + body)
                            .getBytes(US_ASCII));
        }
        awaitEmptySpool();
        assertThat(SharedEngine.ask("SELECT count() FROM " + database + ".half"))
                .isEqualTo("0");
    }

    private static Socket request(String sql) throws IOException {
        Socket client = new Socket(
                InetAddress.getLoopbackAddress(), SharedEngine.engine().url().getPort());
        client.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + sql.length() + "\r\n\r\n" + sql)
                        .getBytes(US_ASCII));
        return client;
    }

    private static void await(String condition, int count) {
        String sql =
                "SELECT count() FROM system.processes WHERE " + condition + " AND query NOT LIKE '%system.processes%'";
        while (!SharedEngine.ask(sql).equals(Integer.toString(count))) {
            Thread.onSpinWait();
        }
    }

    private static void awaitEmptySpool() throws IOException {
        Path spool = TestDirectories.shared().resolve("spool");
        while (true) {
            try (Stream<Path> left = Files.list(spool)) {
                if (left.findAny().isEmpty()) {
                    return;
                }
            }
        }
    }
}
