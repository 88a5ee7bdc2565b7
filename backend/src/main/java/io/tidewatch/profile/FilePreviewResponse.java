package io.tidewatch.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a file would make a baseline of.
 *
 * @param rows good rows
 * @param badRows rows that would be left out
 * @param complete whether the file could be read to its end; one that could not is never pinned
 * @param problems the first 100 of what is wrong with them
 * @param columns the first 4,000
 * @param absentFeatures features of the model that no column holds, so that they would not be compared
 * @param preview the first 20 rows, cells as text by name of the column
 * @param firstAt earliest time of a row, null without a column of times
 * @param lastAt latest time of a row
 */
record FilePreviewResponse(
        long rows,
        long badRows,
        boolean complete,
        List<ProblemResponse> problems,
        List<ColumnResponse> columns,
        List<String> absentFeatures,
        List<Map<String, @Nullable String>> preview,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {

    static FilePreviewResponse from(FileContent content) {
        return new FilePreviewResponse(
                content.rows(),
                content.badRows(),
                content.complete(),
                content.problems().stream()
                        .map(each -> new ProblemResponse(each.row(), each.column(), each.code(), each.detail()))
                        .toList(),
                content.columns().stream()
                        .map(column ->
                                ColumnResponse.from(column, content.values().get(column.target())))
                        .toList(),
                content.absent(),
                content.preview(),
                content.first(),
                content.last());
    }

    /** What is wrong with a row or a cell. */
    @Schema(name = "FileProblem")
    record ProblemResponse(long row, @Nullable String column, String code, String detail) {}

    /** A column of the file. */
    @Schema(name = "FileColumn")
    record ColumnResponse(
            String name,

            @Schema(
                    description =
                            "The feature or part of the prediction that it holds, occurredAt, or empty if ignored")
            String target,

            @Schema(description = "Rows with a value") long present,
            long missing) {

        static ColumnResponse from(FileContent.Column column, @Nullable ValueCounts counts) {
            return new ColumnResponse(
                    column.name(),
                    column.target(),
                    counts == null ? 0 : counts.present(),
                    counts == null ? 0 : counts.missing());
        }
    }
}
