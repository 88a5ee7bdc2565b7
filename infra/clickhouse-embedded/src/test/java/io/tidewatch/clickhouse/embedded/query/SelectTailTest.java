package io.tidewatch.clickhouse.embedded.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.clickhouse.embedded.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectTailTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 1 | | true",
                "SELECT 1 FORMAT JSON | JSON | true",
                "SELECT 1 format TSV; | TSV | true",
                "SELECT 1 FORMAT Native SETTINGS max_threads = 1 | Native | true",
                "SELECT 1 FORMAT CSV -- FORMAT TSV | CSV | true",
                "SELECT 'a FORMAT b', format('{}', x) FROM t | | true",
                "SELECT a format FROM t | | true",
                "SELECT format FROM t ORDER BY format | | true",
                "SELECT * FROM (SELECT 1 FORMAT CSV) | | true",
                "WITH 1 AS x SELECT x FORMAT Values | Values | true",
                "FROM t SELECT a | | true",
                "(SELECT 1) UNION ALL (SELECT 2) FORMAT CSV | CSV | true",
                "SELECT a, count() FROM t GROUP BY a WITH TOTALS FORMAT TSV | TSV | false",
                "SELECT 1 SETTINGS extremes = 1 | | false",
                "INSERT INTO outfile SELECT 1 | | false",
                "SHOW TABLES FORMAT JSONEachRow | JSONEachRow | false",
                "DESCRIBE t | | false",
            })
    void findsTheFormat(String sql, String format, boolean mayStream) {
        SelectTail tail = SelectTail.find(sql.getBytes(UTF_8));
        assertThat(tail.format().orElse(null)).isEqualTo(format);
        assertThat(tail.mayStream()).isEqualTo(mayStream);
    }

    @Test
    void filesAreNotWritten() {
        assertThatThrownBy(() -> SelectTail.find("SELECT 1 INTO OUTFILE '/tmp/x' FORMAT TSV".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(78));
    }
}
