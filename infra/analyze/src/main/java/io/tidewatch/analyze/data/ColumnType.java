package io.tidewatch.analyze.data;

import java.util.Locale;

/** What a column holds, as far as statistics care. */
public enum ColumnType {
    /** Quantities: compared by distribution. */
    NUMBER,
    /** Names of things: compared by share. */
    CATEGORY,
    /** Dates and times: not compared, as they move on by themselves. */
    TIME,
    /** What cannot be compared: empty columns of unknown type, lists, objects. */
    OTHER,
    /** Left out by request. */
    SKIP;

    /** The name in options and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of this name, or of a common other name for it. */
    public static ColumnType of(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "number", "numeric", "numerical", "float", "double", "integer", "int" -> NUMBER;
            case "category", "categorical", "string", "text", "boolean", "bool" -> CATEGORY;
            case "time", "date", "datetime", "timestamp" -> TIME;
            case "skip", "ignore" -> SKIP;
            default -> throw new AnalyzeException("Unknown type \"" + label + "\": number, category, time or skip.");
        };
    }
}
