package io.tidewatch.profile;

import io.tidewatch.profile.file.FileProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a file.
 *
 * @param rows good rows
 * @param badRows rows that were left out
 * @param complete whether the file was read to its end
 * @param problems the first of what is wrong with those
 * @param columns in the order in which they were first seen
 * @param absent features that no column holds
 * @param preview the first rows, cells as text by name of the column
 * @param values by name of a variable that a column holds
 * @param first earliest time of a row, null without a column of times
 * @param last latest time of a row
 */
record FileContent(
        long rows,
        long badRows,
        boolean complete,
        List<FileProblem> problems,
        List<Column> columns,
        List<String> absent,
        List<Map<String, @Nullable String>> preview,
        Map<String, ValueCounts> values,
        @Nullable Instant first,
        @Nullable Instant last) {

    FileContent {
        problems = List.copyOf(problems);
        columns = List.copyOf(columns);
        absent = List.copyOf(absent);
        preview = List.copyOf(preview);
        values = Map.copyOf(values);
    }

    /**
     * A column of the file.
     *
     * @param target name of the variable that it holds, {@code occurredAt}, or empty if it is ignored
     */
    record Column(String name, String target) {}
}
