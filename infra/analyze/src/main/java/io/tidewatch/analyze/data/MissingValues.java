package io.tidewatch.analyze.data;

import java.util.List;
import java.util.stream.Collectors;

/** Texts that stand for a missing value, the same as pandas takes for one. */
final class MissingValues {

    private static final List<String> TEXTS = List.of(
            "",
            "NA",
            "N/A",
            "n/a",
            "NaN",
            "nan",
            "-NaN",
            "-nan",
            "NULL",
            "null",
            "None",
            "<NA>",
            "#N/A",
            "#NA",
            "#N/A N/A",
            "1.#IND",
            "-1.#IND",
            "1.#QNAN",
            "-1.#QNAN");

    private static final String LIST = TEXTS.stream().map(Sql::text).collect(Collectors.joining(", "));

    private MissingValues() {}

    /** The list as an alias for the head of a query, which {@link #isPresent} refers to. */
    static String with() {
        return "WITH [" + LIST + "] AS missing_values ";
    }

    /** Condition that this text expression holds a value; false for null. */
    static String isPresent(String expression) {
        return "(isNotNull(" + expression + ") AND NOT has(missing_values, assumeNotNull(" + expression + ")))";
    }
}
