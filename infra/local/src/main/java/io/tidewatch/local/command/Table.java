package io.tidewatch.local.command;

import java.util.List;
import java.util.stream.Collectors;

/** Columns for a terminal. */
final class Table {

    private Table() {}

    /** The rows with columns padded to their widest cell; two spaces before each column. */
    static String of(List<List<String>> rows) {
        return rows.stream().map(row -> line(row, rows)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int index = column;
            int width = rows.stream()
                    .mapToInt(other -> other.get(index).length())
                    .max()
                    .orElse(0);
            line.append("  ")
                    .append(row.get(column))
                    .repeat(' ', width - row.get(column).length());
        }
        return line.toString().stripTrailing();
    }
}
