package io.tidewatch.analyze.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What the values of one column look like in both files.
 *
 * @param present values that are there
 * @param numbers of these, the ones that read as numbers
 * @param integers of these, whole numbers
 * @param times of the present values, ISO dates and times
 * @param distinct about how many distinct values
 * @param fewDistinct exact number of distinct values up to 11
 * @param minimum smallest number, NaN if none
 * @param maximum largest number, NaN if none
 */
record Inference(
        long present,
        long numbers,
        long integers,
        long times,
        long distinct,
        int fewDistinct,
        double minimum,
        double maximum) {

    /** Whole numbers with at most this many distinct values are codes, not quantities. */
    private static final int CODES = 10;

    private static final String INTEGER = "'^[+-]?[0-9]+$'";
    private static final String TIME = "'^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}.*)?$'";

    /** What the inner query selects of a text expression, for {@link #aggregates} to read. */
    static String ofText(String expression, String column) {
        return "%s AS %s, %s AS p%s, if(p%s, toFloat64OrNull(trimBoth(assumeNotNull(%s))), NULL) AS n%s"
                .formatted(expression, column, MissingValues.isPresent(column), column, column, column, column);
    }

    /** What the inner query selects of a numeric expression. */
    static String ofNumber(String expression, String column) {
        return "%s AS %s, ifNull(NOT isNaN(%s), 0) AS p%s, %s AS n%s"
                .formatted(expression, column, column, column, column, column);
    }

    /** The aggregates over a column of the inner query, in the order of {@link #read}. */
    static String aggregates(String column, boolean numeric) {
        String present = "p" + column;
        String number = present + " AND isNotNull(n" + column + ")";
        String text = "assumeNotNull(" + column + ")";
        String integer = numeric
                ? number + " AND " + column + " = trunc(" + column + ")"
                : number + " AND match(trimBoth(" + text + "), " + INTEGER + ")";
        String time = numeric ? "0" : present + " AND match(" + text + ", " + TIME + ")";
        List<String> parts = new ArrayList<>();
        for (String condition : List.of(present, number, integer, time)) {
            parts.add("toUInt64(countIf(" + condition + "))");
        }
        parts.add("toUInt64(assumeNotNull(uniqCombinedIf(" + column + ", " + present + ")))");
        parts.add("toUInt8(assumeNotNull(uniqUpToIf(" + (CODES + 1) + ")(" + column + ", " + present + ")))");
        parts.add("assumeNotNull(ifNull(minIf(n" + column + ", " + number + "), nan))");
        parts.add("assumeNotNull(ifNull(maxIf(n" + column + ", " + number + "), nan))");
        return String.join(",\n    ", parts);
    }

    static Inference read(Rows rows) {
        return new Inference(
                rows.readLong(),
                rows.readLong(),
                rows.readLong(),
                rows.readLong(),
                rows.readLong(),
                rows.readByte(),
                rows.readDouble(),
                rows.readDouble());
    }

    /** The type of a column whose files declare these kinds. */
    ColumnType type(List<FileColumn.Kind> kinds) {
        if (kinds.contains(FileColumn.Kind.OTHER)) {
            return ColumnType.OTHER;
        }
        if (kinds.contains(FileColumn.Kind.TIME) || (present > 0 && times == present)) {
            return ColumnType.TIME;
        }
        if (kinds.contains(FileColumn.Kind.TEXT)) {
            return ColumnType.CATEGORY;
        }
        boolean declared = kinds.stream().allMatch(FileColumn.Kind::isNumeric);
        if (present == 0) {
            return declared ? ColumnType.NUMBER : ColumnType.OTHER;
        }
        if (numbers < present) {
            return ColumnType.CATEGORY;
        }
        boolean whole = declared ? !kinds.contains(FileColumn.Kind.NUMBER) : integers == present;
        return whole && fewDistinct <= CODES ? ColumnType.CATEGORY : ColumnType.NUMBER;
    }

    /** Whether all numbers are whole and fit 32 bits, which the engine groups fastest. */
    boolean fitsInteger() {
        return integers == numbers && numbers > 0 && minimum >= Integer.MIN_VALUE && maximum <= Integer.MAX_VALUE;
    }
}
