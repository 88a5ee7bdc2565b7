package io.tidewatch.clickhouse.embedded.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.clickhouse.embedded.engine.EngineException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsertHeadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "INSERT INTO t FORMAT RowBinary ^DATA | INSERT INTO t | RowBinary",
                "insert into db.t (a, b) format TSV ^DATA | insert into db.t (a, b) | TSV",
                "INSERT INTO TABLE `format` (`values`, \"select\") VALUES^ (1, 2) | INSERT INTO TABLE `format` (`values`, \"select\") | Values",
                "INSERT INTO format FORMAT CSV ^1 | INSERT INTO format | CSV",
                "INSERT INTO values VALUES^(1) | INSERT INTO values | Values",
                "INSERT t SETTINGS a = 'FORMAT x', b = 1 FORMAT Native ^D | INSERT t | Native",
                "/* FORMAT x */ INSERT INTO t FORMAT TSV -- VALUES | /* FORMAT x */ INSERT INTO t | TSV",
                "INSERT INTO t (* EXCEPT(a)) FORMAT JSONEachRow^{} | INSERT INTO t (* EXCEPT(a)) | JSONEachRow",
                "INSERT INTO {db:Identifier}.{t:Identifier} FORMAT TSV ^1 | INSERT INTO {db:Identifier}.{t:Identifier} | TSV",
                "INSERT INTO FUNCTION file('x', 'TSV', 'a Int8') FORMAT TSV ^1 | INSERT INTO FUNCTION file('x', 'TSV', 'a Int8') | TSV",
                "INSERT INTO t (a)^ | INSERT INTO t (a) |",
                "INSERT INTO t^; | INSERT INTO t |",
            })
    void findsWhereTheDataBegins(String marked, String target, String format) {
        String text = marked.replace("^", "");
        InsertHead head = find(text).orElseThrow();
        assertThat(head.format()).isEqualTo(format == null ? "" : format);
        assertThat(text.substring(0, head.clauseStart()).strip()).isEqualTo(target);
        if (marked.contains("^") && format != null) {
            assertThat(text.substring(head.dataStart())).isEqualTo(marked.substring(marked.indexOf('^') + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "",
                "INSERT INTO t SELECT * FROM u FORMAT TSV",
                "INSERT INTO t (a) WITH x AS (SELECT 1) SELECT * FROM x",
                "INSERT INTO t (SELECT 1)",
                "INSERT INTO t FROM u SELECT a",
                "WITH 1 AS x SELECT 'INSERT INTO t FORMAT TSV'"
            })
    void leavesStatementsWithoutDataAlone(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void oneLineBreakBelongsToTheStatementAndTheNextToTheData() {
        String text = "INSERT INTO t FORMAT RowBinary \t\r\n\n\0\1";
        assertThat(text.substring(find(text).orElseThrow().dataStart())).isEqualTo("\n\0\1");
    }

    @Test
    void filesAreNotRead() {
        assertThatThrownBy(() -> find("INSERT INTO t (a) FROM INFILE '/etc/passwd' FORMAT TSV"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.code()).isEqualTo(78));
    }

    private static Optional<InsertHead> find(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return InsertHead.find(bytes, bytes.length);
    }
}
