package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Clients as they are by default, which is with compression of the answers, and with that of the requests too. */
class CompressionTest {

    @Test
    void clientWithDefaultsReadsShortAndLongAnswersAndErrors() {
        try (Client client = client().build()) {
            assertThat(client.queryAll("SELECT 'short'").getFirst().getString(1))
                    .isEqualTo("short");
            assertThat(client.queryAll("SELECT number FROM numbers(200000)"))
                    .hasSize(200_000)
                    .last()
                    .extracting(row -> row.getLong(1))
                    .isEqualTo(199_999L);
            assertThatThrownBy(() -> SharedEngine.join(client.query("SELECT * FROM no_such_table")))
                    .isInstanceOfSatisfying(
                            ServerException.class,
                            failure -> assertThat(failure.getCode()).isEqualTo(60));
        }
    }

    @Test
    void jdbcWithDefaultsReadsAnswers() throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:clickhouse:" + SharedEngine.engine().url(), "default", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT sum(number) FROM numbers(10)")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getLong(1)).isEqualTo(45);
        }
    }

    @Test
    void clientCompressesWhatItInserts() throws Exception {
        String database = SharedEngine.newDatabase();
        SharedEngine.execute("CREATE TABLE " + database + ".c (a UInt64) ENGINE = MergeTree ORDER BY a");
        ByteBuffer rows = ByteBuffer.allocate(100_000 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = 0; i < 100_000; i++) {
            rows.putLong(i);
        }
        try (Client client = client().compressClientRequest(true).build()) {
            client.insert(
                            "c",
                            new ByteArrayInputStream(rows.array()),
                            ClickHouseFormat.RowBinary,
                            new InsertSettings().setDatabase(database))
                    .get()
                    .close();
        }
        assertThat(SharedEngine.ask("SELECT concat(count(), ' ', sum(a)) FROM " + database + ".c"))
                .isEqualTo("100000 4999950000");
    }

    @Test
    void damagedBodyIsRefused() {
        var answer = SharedEngine.post("/?decompress=1", HttpRequest.BodyPublishers.ofByteArray(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, (byte) 0x82, 10, 0, 0, 0, 1, 0, 0, 0, 0
        }));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("checksum");
    }

    private static Client.Builder client() {
        return new Client.Builder()
                .addEndpoint(SharedEngine.engine().url().toString())
                .setUsername("default")
                .setPassword("");
    }
}
