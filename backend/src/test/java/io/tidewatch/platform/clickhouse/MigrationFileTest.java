package io.tidewatch.platform.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationFileTest {

    private static final String TEXT = """
            -- Two tables; the second one; has a semicolon in its comment.
            CREATE TABLE a (n UInt8) ENGINE = ${engine:ReplacingMergeTree}(n) ORDER BY n;

            CREATE TABLE b (s String DEFAULT ';') ENGINE = ${engine:MergeTree} ORDER BY s;
            -- The end.
            """;

    @Test
    void splitsStatementsAtTheEndOfALine() {
        MigrationFile file =
                MigrationFile.of("V0007__ingestion_two_tables.sql", TEXT).orElseThrow();

        assertThat(file.version()).isEqualTo(7);
        assertThat(file.name()).isEqualTo("ingestion_two_tables");
        assertThat(file.statements(Map.of()))
                .hasSize(2)
                .satisfies(
                        statements -> assertThat(statements.getFirst()).endsWith("= ReplacingMergeTree(n) ORDER BY n"))
                .satisfies(statements ->
                        assertThat(statements.getLast()).contains("DEFAULT ';'", "= MergeTree ORDER BY s"));
    }

    @Test
    void takesTheEnginesOfTheInstallation() {
        MigrationFile file = MigrationFile.of("V0001__a_b.sql", TEXT).orElseThrow();

        assertThat(file.statements(Map.of("MergeTree", "ReplicatedMergeTree")).getLast())
                .contains("= ReplicatedMergeTree ORDER BY");
    }

    @Test
    void checksumDependsOnEveryCharacter() {
        MigrationFile file = MigrationFile.of("V0001__a_b.sql", TEXT).orElseThrow();
        MigrationFile edited = MigrationFile.of("V0001__a_b.sql", TEXT + " ").orElseThrow();

        assertThat(file.checksum()).hasSize(64).isNotEqualTo(edited.checksum());
    }

    @Test
    void ignoresOtherFiles() {
        assertThat(MigrationFile.of("runner/record.sql", "x")).isEmpty();
        assertThat(MigrationFile.of("V1__a.sql", "x")).isEmpty();
    }
}
