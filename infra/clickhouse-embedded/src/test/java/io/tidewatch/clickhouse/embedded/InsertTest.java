package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsertTest {

    private String database;

    @BeforeEach
    void createTable() {
        database = SharedEngine.newDatabase();
        SharedEngine.execute("CREATE TABLE " + database + ".n (a UInt64) ENGINE = MergeTree ORDER BY a");
        SharedEngine.execute("CREATE TABLE " + database + ".s (a UInt64, s String) ENGINE = MergeTree ORDER BY a");
    }

    @AfterEach
    void dropTablesAndFindNoFilesLeft() throws IOException {
        SharedEngine.execute("DROP DATABASE " + database);
        try (Stream<Path> left = Files.list(TestDirectories.shared().resolve("spool"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void batchThroughJdbc() throws Exception {
        try (Connection connection = SharedEngine.jdbc(database);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO s (a, s) VALUES (?, ?)")) {
            for (int i = 0; i < 20_000; i++) {
                insert.setLong(1, i);
                insert.setString(2, "row '" + i + "' with ; and \\ and \n\n line breaks");
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(20_000);
        }
        assertThat(SharedEngine.ask(
                        "SELECT concat(count(), ' ', sum(a), ' ', countIf(s = concat('row \\'', toString(a),"
                                + " '\\' with ; and \\\\ and \\n\\n line breaks'))) FROM " + database + ".s"))
                .isEqualTo("20000 199990000 20000");
    }

    /** Data around powers of two was cut off when it stood behind the statement. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 7, 8, 9, 511, 512, 513, 8_191, 8_192, 8_193, 32_767, 32_768, 32_769, 131_071, 131_072, 131_073,
                1_048_575, 1_048_576, 1_048_577
            })
    void binaryRowsOfAnyNumber(int rows) throws Exception {
        ByteBuffer data = ByteBuffer.allocate(rows * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows; i++) {
            // Line breaks, semicolons and quotes among the bytes.
            data.putLong(0x0a3b270a0a0d5c00L + i);
        }
        try (InsertResponse response = insert("n", data.array(), new InsertSettings())) {
            assertThat(response.getWrittenRows()).isEqualTo(rows);
        }
        assertThat(SharedEngine.ask("SELECT concat(count(), ' ', uniqExact(a)) FROM " + database + ".n"))
                .isEqualTo(rows + " " + rows);
    }

    @Test
    void hundredMegabytesOfBinaryRows() throws Exception {
        int rows = 100_000;
        byte[] padding = "x".repeat(1024).getBytes(StandardCharsets.UTF_8);
        InsertSettings settings = new InsertSettings().setDatabase(database);
        try (InsertResponse response = SharedEngine.join(SharedEngine.client()
                .insert(
                        "s",
                        out -> {
                            ByteBuffer row = ByteBuffer.allocate(Long.BYTES + 2 + padding.length)
                                    .order(ByteOrder.LITTLE_ENDIAN);
                            for (int i = 0; i < rows; i++) {
                                row.clear();
                                row.putLong(i);
                                row.put((byte) 0x80).put((byte) 0x08);
                                row.put(padding);
                                out.write(row.array());
                            }
                            out.close();
                        },
                        ClickHouseFormat.RowBinary,
                        settings))) {
            assertThat(response.getWrittenRows()).isEqualTo(rows);
        }
        assertThat(SharedEngine.ask("SELECT concat(count(), ' ', sum(a), ' ', sum(length(s))) FROM " + database + ".s"))
                .isEqualTo("100000 4999950000 102400000");
    }

    @Test
    void statementAndDataInOneBody() {
        String statement =
                "INSERT INTO " + database + ".s (a, s) SETTINGS input_format_allow_errors_num = 0 FORMAT JSONEachRow\n";
        String rows = "{\"a\":1,\"s\":\"x\"}\n\n{\"a\":2,\"s\":\"y;\"}\n";
        assertThat(SharedEngine.post("/", statement + rows).statusCode()).isEqualTo(200);
        assertThat(SharedEngine.ask(
                        "SELECT arrayStringConcat(groupArray(s)) FROM (SELECT s FROM " + database + ".s ORDER BY a)"))
                .isEqualTo("xy;");
    }

    @Test
    void dataCompressedWithGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 100_000; i++) {
                gzip.write((i + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        var answer = SharedEngine.post(
                "/?database=" + database + "&query=INSERT%20INTO%20n%20FORMAT%20TSV",
                HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()),
                "Content-Encoding",
                "gzip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SharedEngine.ask("SELECT sum(a) FROM " + database + ".n")).isEqualTo("4999950000");
    }

    @Test
    void longListOfValues() {
        StringBuilder sql = new StringBuilder("INSERT INTO " + database + ".s VALUES ");
        for (int i = 0; i < 100_000; i++) {
            sql.append(i == 0 ? "" : ",")
                    .append("(")
                    .append(i)
                    .append(", 'it''s; ")
                    .append(i)
                    .append("')");
        }
        assertThat(SharedEngine.post("/", sql.toString()).statusCode()).isEqualTo(200);
        assertThat(SharedEngine.ask("SELECT count() FROM " + database + ".s WHERE s = concat('it\\'s; ', toString(a))"))
                .isEqualTo("100000");
    }

    @Test
    void rowsOfAQuery() throws Exception {
        try (Connection connection = SharedEngine.jdbc(database);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO n SELECT number FROM numbers(10)"))
                    .isEqualTo(10);
        }
    }

    @Test
    void badDataIsRefusedAndNothingIsKept() {
        assertThatThrownBy(() -> insert("s", new byte[] {1, 2, 3}, new InsertSettings()))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        failure -> assertThat(failure.getCode()).isEqualTo(33));
        assertThat(SharedEngine.ask("SELECT count() FROM " + database + ".s")).isEqualTo("0");
    }

    @Test
    void sameTokenIsInsertedOnce() throws Exception {
        SharedEngine.execute("CREATE TABLE " + database + ".once (a UInt64) ENGINE = MergeTree ORDER BY a"
                + " SETTINGS non_replicated_deduplication_window = 100");
        byte[] row = new byte[Long.BYTES];
        for (String token : List.of("first", "first", "second")) {
            insert("once", row, new InsertSettings().setDeduplicationToken(token))
                    .close();
        }
        assertThat(SharedEngine.ask("SELECT count() FROM " + database + ".once"))
                .isEqualTo("2");
    }

    @Test
    void replacingTableKeepsTheNewestRow() {
        SharedEngine.execute("CREATE TABLE " + database + ".r (id UInt64, v UInt64, s String)"
                + " ENGINE = ReplacingMergeTree(v) ORDER BY id");
        SharedEngine.post(
                "/?optimize_on_insert=0", "INSERT INTO " + database + ".r VALUES (1, 1, 'old'), (2, 1, 'only')");
        SharedEngine.post(
                "/?optimize_on_insert=0", "INSERT INTO " + database + ".r VALUES (1, 2, 'new'), (1, 1, 'late')");
        assertThat(SharedEngine.ask("SELECT arrayStringConcat(groupArray(s)) FROM (SELECT s FROM " + database
                        + ".r FINAL ORDER BY id)"))
                .isEqualTo("newonly");
    }

    private InsertResponse insert(String table, byte[] rows, InsertSettings settings) {
        return SharedEngine.join(SharedEngine.client()
                .insert(
                        table,
                        new ByteArrayInputStream(rows),
                        ClickHouseFormat.RowBinary,
                        settings.setDatabase(database)));
    }
}
