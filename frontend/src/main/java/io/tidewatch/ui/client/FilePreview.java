package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file would make a baseline of. */
public record FilePreview(
        long rows,
        long badRows,
        boolean complete,
        List<Problem> problems,
        List<Column> columns,
        List<String> absentFeatures,
        List<Map<String, @Nullable String>> preview,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {

    /** What is wrong with a row or a cell. */
    public record Problem(long row, @Nullable String column, String code, String detail) {}

    /** A column: what it holds, and how many rows have a value. */
    public record Column(String name, String target, long present, long missing) {}
}
