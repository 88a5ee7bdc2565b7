package io.tidewatch.platform.clickhouse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes parameter values the way ClickHouse's HTTP interface reads {@code param_<name>}. */
final class ParameterFormat {

    private ParameterFormat() {}

    /** A value outside of an array: escaped as in tab-separated text, not quoted. */
    static String format(Object value) {
        return switch (value) {
            case Collection<?> many -> array(many.stream());
            case double[] many -> array(java.util.Arrays.stream(many).boxed());
            case long[] many -> array(java.util.Arrays.stream(many).boxed());
            case String text -> escape(text);
            default -> scalar(value);
        };
    }

    private static String array(java.util.stream.Stream<?> values) {
        return values.map(ParameterFormat::element).collect(Collectors.joining(",", "[", "]"));
    }

    private static String element(Object value) {
        return switch (value) {
            case Number number -> scalar(number);
            case Boolean bool -> scalar(bool);
            case Collection<?> nested ->
                nested.stream().map(ParameterFormat::element).collect(Collectors.joining(",", "[", "]"));
            case String text -> "'" + escape(text).replace("'", "\\'") + "'";
            default -> "'" + scalar(value) + "'";
        };
    }

    private static String scalar(Object value) {
        return switch (value) {
            case Instant instant -> instant(instant);
            case Boolean bool -> bool ? "1" : "0";
            case Double number when number.isNaN() -> "nan";
            case Double number when number.isInfinite() -> number > 0 ? "inf" : "-inf";
            case Number number -> number.toString();
            case UUID uuid -> uuid.toString();
            case LocalDate date -> date.toString();
            case Enum<?> constant -> constant.name();
            default -> throw new IllegalArgumentException("Not a parameter value: " + value.getClass());
        };
    }

    /** Seconds with nanoseconds since 1970, which every DateTime64 accepts whatever its time zone. */
    private static String instant(Instant instant) {
        return "%d.%09d".formatted(instant.getEpochSecond(), instant.getNano());
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\0", "\\0");
    }
}
