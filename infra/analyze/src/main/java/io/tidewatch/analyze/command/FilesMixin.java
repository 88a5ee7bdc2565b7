package io.tidewatch.analyze.command;

import io.tidewatch.analyze.data.AnalyzeException;
import io.tidewatch.analyze.data.ColumnType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Options about the columns of the files. */
final class FilesMixin {

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "COLUMN=TYPE",
            description = "Types that are not to be inferred: number, category, time or skip.")
    Map<String, String> types = new LinkedHashMap<>();

    @Option(names = "--columns", split = ",", paramLabel = "COLUMN", description = "Only these columns.")
    List<String> columns = List.of();

    @Option(
            names = "--max-distinct",
            paramLabel = "N",
            description =
                    "Numeric columns with more distinct values are rounded, which the report says (default: 1000000).")
    long maxDistinct = 1_000_000;

    Map<String, ColumnType> types() {
        Map<String, ColumnType> parsed = new LinkedHashMap<>();
        types.forEach((column, type) -> parsed.put(column, ColumnType.of(type)));
        return parsed;
    }

    Predicate<String> wanted(Set<String> always) {
        if (maxDistinct < 100) {
            throw new AnalyzeException("--max-distinct must be at least 100.");
        }
        return name -> columns.isEmpty() || columns.contains(name) || always.contains(name);
    }
}
