package io.tidewatch.platform.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementTest {

    private static final String RANGE = " AND at >= {from:DateTime64(3, 'UTC')} AND at < {to:DateTime64(3, 'UTC')}";

    @Test
    void knowsItsParametersAndTheirTypes() {
        SqlStatement statement = SqlStatement.parse(
                "a/b",
                "SELECT n FROM prediction WHERE organization_id = {organizationId:UUID}" + RANGE
                        + " AND model IN {models:Array(String)}");

        assertThat(statement.parameters())
                .containsEntry("organizationId", "UUID")
                .containsEntry("from", "DateTime64(3, 'UTC')")
                .containsEntry("models", "Array(String)")
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT n FROM prediction p WHERE p.organization_id = {organizationId:UUID}",
                "SELECT n FROM prediction AS p FINAL PREWHERE organization_id = {organizationId: UUID}",
                "WITH t AS (SELECT n FROM prediction WHERE organization_id = {organizationId:UUID}) SELECT n FROM t",
                "SELECT n FROM (SELECT n FROM prediction WHERE organization_id = {organizationId:UUID}) WHERE n > 1",
                "SELECT a FROM prediction WHERE organization_id = {organizationId:UUID} AND id IN"
                        + " (SELECT id FROM ground_truth WHERE organization_id = {organizationId:UUID})",
                "SELECT {organizationId:UUID} FROM numbers(10)"
            })
    void acceptsStatementsThatNameTheOrganizationFirst(String sql) {
        assertThat(SqlStatement.parse("a/b", "-- unbounded: a test\n" + sql).text())
                .contains(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT n FROM prediction",
                "SELECT n FROM prediction WHERE model = 1 AND organization_id = {organizationId:UUID}",
                "SELECT n FROM prediction WHERE organization_id = {organizationId:String}",
                "SELECT n FROM prediction WHERE organization_id = {other:UUID}",
                "SELECT n FROM prediction -- WHERE organization_id = {organizationId:UUID}",
                "SELECT n FROM prediction WHERE organization_id = {organizationId:UUID} UNION ALL SELECT n FROM ground_truth",
                "SELECT n FROM prediction p JOIN ground_truth g USING (id) WHERE p.organization_id = {organizationId:UUID}"
            })
    void refusesStatementsThatDoNot(String sql) {
        assertThatThrownBy(() -> SqlStatement.parse("a/b", "-- unbounded: a test\n" + sql))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sql/a/b.sql");
    }

    @Test
    void refusesAnUnboundedTimeWithoutAReason() {
        assertThatThrownBy(() -> SqlStatement.parse(
                        "a/b", "SELECT n FROM prediction WHERE organization_id = {organizationId:UUID}"))
                .hasMessageContaining("{from:");
    }

    /**
     * A repetition has the time of the first, so that all rows of an id are in one partition, and FINAL need not compare
     * partitions: three times faster over a week of predictions.
     */
    @Test
    void repetitionsAreLookedForInsideOfAPartition() throws Exception {
        Path folder = Path.of("src/main/resources/sql");
        Pattern deduplicated = Pattern.compile("\\b(prediction|ground_truth) FINAL\\b");
        List<String> slow = new ArrayList<>();
        int checked = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String sql = Files.readString(file);
                if (deduplicated.matcher(sql).find()) {
                    checked++;
                    if (!sql.contains("SETTINGS do_not_merge_across_partitions_select_final = 1")) {
                        slow.add(folder.relativize(file).toString());
                    }
                }
            }
        }
        assertThat(slow).isEmpty();
        assertThat(checked).isPositive();
    }
}
