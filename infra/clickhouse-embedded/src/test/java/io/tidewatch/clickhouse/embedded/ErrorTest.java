package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.query.QuerySettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTest {

    private static final String ENDLESS = "SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM no_such_table | 60",
                "SELEC 1 | 62",
                "SELECT * FROM no_such_database.t | 81",
                "SELECT no_such_column FROM system.one | 47",
                "SELECT groupArray(number) FROM numbers(1000000000) SETTINGS max_memory_usage = 50000000 | 241",
                "INSERT INTO no_such_table VALUES (1) | 60",
                "SELECT 1; SELECT 2 | 62",
                "DROP DATABASE default; SELEC 2 | 62",
                "SELECT 1 INTO OUTFILE '/tmp/x' | 78",
                "INSERT INTO t FROM INFILE '/etc/passwd' FORMAT TSV | 78",
            })
    void clientGetsTheCode(String sql, int code) {
        assertThatThrownBy(() -> SharedEngine.join(SharedEngine.client().query(sql)))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        failure -> assertThat(failure.getCode()).isEqualTo(code));
        // The session is as good as new afterwards.
        assertThat(SharedEngine.ask("SELECT 1")).isEqualTo("1");
    }

    @Test
    void clientGetsTheCodeOfATimeLimit() {
        QuerySettings settings = new QuerySettings().serverSetting("max_execution_time", "0.2");
        assertThatThrownBy(() -> SharedEngine.join(SharedEngine.client().query(ENDLESS, settings)))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        failure -> assertThat(failure.getCode()).isEqualTo(159));
    }

    @Test
    void jdbcGetsTheCode() throws SQLException {
        try (Connection connection = SharedEngine.jdbc("default");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM no_such_table"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getErrorCode()).isEqualTo(60));
        }
    }

    @Test
    void unknownDatabaseOfTheRequestIsRefused() {
        var answer = SharedEngine.post("/?database=nowhere", "SELECT 1");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("81");
        assertThat(answer.body()).startsWith("Code: 81. DB::Exception: Database nowhere does not exist");
    }

    @Test
    void unknownSettingIsRefused() {
        var answer = SharedEngine.post("/?max_threads=1&no_such_setting=1", "SELECT 1");
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("115");
        assertThat(SharedEngine.post("/", "SELECT getSetting('max_threads') = 1")
                        .body())
                .isEqualTo("0\n");
    }

    @ParameterizedTest
    @CsvSource({"session_id=x, 48", "role=r, 48"})
    void partsThatAreMissingAreRefused(String parameter, String code) {
        var answer = SharedEngine.post("/?" + parameter, "SELECT 1");
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains(code);
    }

    @Test
    void failedQueriesFreeTheirMemory() {
        for (int i = 0; i < 3; i++) {
            SharedEngine.post(
                    "/", "SELECT groupArray(number) FROM numbers(1000000000) SETTINGS max_memory_usage = 50000000");
        }
        assertThat(SharedEngine.ask("SELECT count() FROM system.processes WHERE query LIKE '%groupArray(number)%'"
                        + " AND query NOT LIKE '%system.processes%'"))
                .isEqualTo("0");
    }

    @Test
    void aFailureInTheMiddleOfAStreamIsNoCompleteAnswer() {
        assertThatThrownBy(() -> SharedEngine.post(
                        "/?max_threads=1&max_block_size=1000",
                        "SELECT number, throwIf(number = 3000000), randomPrintableASCII(20) FROM numbers(4000000)"))
                .hasRootCauseInstanceOf(java.io.EOFException.class);
    }

    @Test
    void emptyStatementIsASyntaxError() {
        var answer = SharedEngine.post("/", "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).contains("62");
    }
}
