package io.tidewatch.profile.file;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row or a cell.
 *
 * @param row number of the row
 * @param column name of the column; null if the whole row is meant
 * @param code such as {@code wrong-type}
 */
public record FileProblem(long row, @Nullable String column, String code, String detail) {}
