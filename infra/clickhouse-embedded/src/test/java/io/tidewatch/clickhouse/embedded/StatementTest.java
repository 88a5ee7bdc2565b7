package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTest {

    @Test
    void definesAndChangesTablesThroughJdbc() throws SQLException {
        String database = SharedEngine.newDatabase();
        try (Connection connection = SharedEngine.jdbc(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a UInt32, b String) ENGINE = MergeTree ORDER BY a");
            statement.execute("ALTER TABLE t ADD COLUMN c Float64 DEFAULT a * 2");
            statement.execute("INSERT INTO t (a, b) VALUES (1, 'one;two'), (2, 'it''s')");
            statement.execute("CREATE VIEW v AS SELECT sum(c) AS total FROM t");
            try (ResultSet result = statement.executeQuery("SELECT total FROM v")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getDouble(1)).isEqualTo(6.0);
            }
            statement.execute("RENAME TABLE t TO u");
            statement.execute("DROP TABLE u SYNC");
            assertThat(SharedEngine.ask("SELECT count() FROM system.tables WHERE database = '" + database + "'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void answersStatementsThatAreNoSelect() throws SQLException {
        String database = SharedEngine.newDatabase();
        try (Connection connection = SharedEngine.jdbc(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE shown (a UInt32) ENGINE = MergeTree ORDER BY a");
            try (ResultSet result = statement.executeQuery("SHOW TABLES")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo("shown");
            }
            try (ResultSet result = statement.executeQuery("DESCRIBE TABLE shown")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString("type")).isEqualTo("UInt32");
            }
            try (ResultSet result = statement.executeQuery("EXPLAIN SELECT * FROM shown")) {
                assertThat(result.next()).isTrue();
            }
            try (ResultSet result = statement.executeQuery(
                    "WITH 3 AS x SELECT x UNION ALL (SELECT 4 ORDER BY 1) FORMAT RowBinaryWithNamesAndTypes")) {
                assertThat(result.next()).isTrue();
            }
        }
    }

    @Test
    void bindsParametersOfEveryKindWithoutChangingThem() {
        String text = "it's \"quoted\" \\ back\\slash, {curly} ; -- no comment, grüße 日本";
        List<GenericRecord> rows = SharedEngine.client()
                .queryAll(
                        "SELECT {text:String} AS text, {n:UInt64} AS n, {list:Array(String)} AS list,"
                                + " {at:DateTime64(3, 'UTC')} AS at, {id:UUID} AS id, {x:Float64} AS x",
                        Map.of(
                                "text", text.replace("\\", "\\\\"),
                                "n", "18446744073709551615",
                                "list", "['a','b\\'c','']",
                                "at", "2001-02-03 04:05:06.789",
                                "id", "01890a5d-ac96-774b-bcce-b302099a8057",
                                "x", "nan"));
        GenericRecord row = rows.getFirst();
        assertThat(row.getString("text")).isEqualTo(text);
        assertThat(row.getBigInteger("n")).hasToString("18446744073709551615");
        assertThat(row.getList("list")).hasToString("[a, b'c, ]");
        assertThat(row.getInstant("at")).hasToString("2001-02-03T04:05:06.789Z");
        assertThat(row.getUUID("id")).hasToString("01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(row.getDouble("x")).isNaN();
    }

    @Test
    void takesParametersInEscapedTextFormAsTheServerDoes() {
        // The interface defines values of parameters as a field of TabSeparated: \t is a tab, \\ a backslash.
        var answer = SharedEngine.post(
                "/?param_s=a%5Ctb%5C%5Cc%5Cnd&param_l=%5B'x%5C'y'%2C'z%5Ct'%5D",
                "SELECT {s:String} AS s, {l:Array(String)} AS l FORMAT JSONCompactEachRow");
        assertThat(answer.body()).isEqualTo("[\"a\\tb\\\\c\\nd\", [\"x'y\",\"z\\t\"]]\n");
    }

    @Test
    void preparedStatementsOfJdbcWork() throws SQLException {
        String database = SharedEngine.newDatabase();
        try (Connection connection = SharedEngine.jdbc(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE p (id UInt32, s String) ENGINE = MergeTree ORDER BY id");
            String awkward = "tab\tnewline\nquote'backslash\\end";
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO p (id, s) VALUES (?, ?)")) {
                insert.setInt(1, 7);
                insert.setString(2, awkward);
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM p WHERE s = ?")) {
                select.setString(1, awkward);
                try (ResultSet result = select.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getInt(1)).isEqualTo(7);
                }
            }
        }
    }

    @Test
    void usesTheDatabaseOfTheRequest() {
        String first = SharedEngine.newDatabase();
        String second = SharedEngine.newDatabase();
        for (String database : List.of(first, second, first)) {
            QuerySettings settings = new QuerySettings().setDatabase(database);
            assertThat(SharedEngine.client()
                            .queryAll("SELECT currentDatabase()", settings)
                            .getFirst()
                            .getString(1))
                    .isEqualTo(database);
        }
        assertThat(SharedEngine.ask("SELECT currentDatabase()")).isEqualTo("default");
    }

    @Test
    void tellsWhatAStatementReadAndWrote() {
        String database = SharedEngine.newDatabase();
        SharedEngine.execute("CREATE TABLE " + database + ".s (a UInt32) ENGINE = MergeTree ORDER BY a");
        var inserted = SharedEngine.post("/", "INSERT INTO " + database + ".s SELECT number FROM numbers(1000)");
        assertThat(inserted.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
                .contains("\"written_rows\":\"1000\"");
        var read = SharedEngine.post("/?query_id=my-id", "SELECT a FROM " + database + ".s WHERE a < 10");
        assertThat(read.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
                .contains("\"read_rows\":\"1000\"")
                .contains("\"result_rows\":\"10\"");
        assertThat(read.headers().firstValue("X-ClickHouse-Query-Id")).contains("my-id");
        assertThat(read.headers().firstValue("X-ClickHouse-Format")).contains("TabSeparated");
        assertThat(read.headers().firstValue("X-ClickHouse-Timezone")).contains("UTC");
    }

    @Test
    void statementMayBeSplitBetweenAddressAndBody() {
        assertThat(SharedEngine.post("/?query=SELECT", "1 + 1").body()).isEqualTo("2\n");
        assertThat(SharedEngine.get("/?query=SELECT%203").body()).isEqualTo("3\n");
    }

    @Test
    void statementsMayBeLong() {
        String list = "1,".repeat(2_000_000) + "1";
        assertThat(SharedEngine.post(
                                "/?max_query_size=10000000&max_ast_elements=10000000&max_expanded_ast_elements=10000000",
                                "SELECT length('" + list + "')")
                        .body())
                .isEqualTo(list.length() + "\n");
    }

    @Test
    void totalsAndExtremesFollowTheRows() {
        String sql = "SELECT number % 2 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k";
        assertThat(SharedEngine.post("/", sql + " FORMAT CSVWithNames").body())
                .isEqualTo("\"k\",\"c\"\n0,5\n1,5\n\n0,10\n");
        assertThat(SharedEngine.post("/?extremes=1", "SELECT number AS n FROM numbers(3) FORMAT CSVWithNames")
                        .body())
                .isEqualTo("\"n\"\n0\n1\n2\n\n0\n2\n");
    }

    @Test
    void compressesAnswersWithGzipOnRequest() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(SharedEngine.engine().url() + "/?enable_http_compression=1"))
                .header("Accept-Encoding", "gzip")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("SELECT number FROM numbers(200000)"))
                .build();
        try (var http = java.net.http.HttpClient.newHttpClient();
                var body = new java.util.zip.GZIPInputStream(
                        http.send(request, java.net.http.HttpResponse.BodyHandlers.ofInputStream())
                                .body())) {
            assertThat(new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .count())
                    .isEqualTo(200_000);
        }
    }
}
