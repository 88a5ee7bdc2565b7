package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.query.QueryResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {

    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void resultLargerThanTheHeapsPassesInPieces() throws Exception {
        long residentBefore = residentBytes();
        long read = 0;
        long most = 0;
        var request = HttpRequest.newBuilder(
                        URI.create(SharedEngine.engine().url() + "/?max_threads=1&max_block_size=10000"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "SELECT number, repeat('x', 1000) FROM numbers(250000) FORMAT RowBinary"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient();
                InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            byte[] buffer = new byte[1024 * 1024];
            for (int count; (count = body.readNBytes(buffer, 0, buffer.length)) > 0; ) {
                read += count;
                most = Math.max(most, residentBytes());
            }
        }
        assertThat(read)
                .isEqualTo(250_000L * (8 + 2 + 1000))
                .isGreaterThan(5L * SharedEngine.HEAP_MEGABYTES * MEGABYTE);
        // Neither in the heap nor in native memory, which holds a few blocks of 10 MB.
        assertThat(most - residentBefore).isLessThan(160 * MEGABYTE);
    }

    @Test
    void clientReadsAllRowsOfManyPieces() throws Exception {
        long rows = 0;
        long sum = 0;
        try (QueryResponse response = SharedEngine.join(SharedEngine.client()
                        .query("SELECT number AS n, toString(number) AS s FROM numbers(1000000)"));
                ClickHouseBinaryFormatReader reader = SharedEngine.client().newBinaryFormatReader(response)) {
            while (reader.next() != null) {
                rows++;
                sum += reader.getLong("n");
                if (rows % 100_000 == 0) {
                    assertThat(reader.getString("s")).isEqualTo(Long.toString(reader.getLong("n")));
                }
            }
        }
        assertThat(rows).isEqualTo(1_000_000);
        assertThat(sum).isEqualTo(499_999_500_000L);
    }

    @Test
    void jdbcReadsAllRowsOfManyPieces() throws Exception {
        try (Connection connection = SharedEngine.jdbc("default");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT number FROM numbers(300000)")) {
            long sum = 0;
            while (result.next()) {
                sum += result.getLong(1);
            }
            assertThat(sum).isEqualTo(44_999_850_000L);
        }
    }

    /** An answer of many pieces must be the same bytes as one of a single piece. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RowBinary",
                "RowBinaryWithNames",
                "RowBinaryWithNamesAndTypes",
                "TSV",
                "TSVWithNames",
                "TabSeparatedWithNamesAndTypes",
                "TSVRaw",
                "CSV",
                "CSVWithNames",
                "CSVWithNamesAndTypes",
                "JSONEachRow",
                "JSONCompactEachRow",
                "JSONCompactEachRowWithNames",
                "JSONCompactEachRowWithNamesAndTypes",
                "JSON",
                "JSONCompact",
                "Values"
            })
    void piecesMakeTheSameAnswerAsTheWhole(String format) {
        for (int rows : new int[] {0, 1, 1000}) {
            String sql = "SELECT number AS `a\"\n,b`, concat('x\t\"', toString(number)) AS s FROM numbers(" + rows
                    + ") FORMAT " + format;
            String address = "/?max_threads=1&output_format_write_statistics=0&max_block_size=";
            assertThat(SharedEngine.post(address + "100", sql).body())
                    .as(format + " " + rows)
                    .isEqualTo(SharedEngine.post(address + "100000", sql).body());
        }
    }

    private static long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + SharedEngine.engine().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
