package io.tidewatch.ui.component;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows. Mirrors {@code chart-spec.ts}, where the fields are explained; times are milliseconds since 1970 UTC.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChartSpec(
        String kind,
        String title,
        @Nullable String subtitle,
        Axis x,
        Axis y,
        List<Series> series,
        @Nullable List<Line> lines,
        @Nullable List<Mark> marks,
        @Nullable List<Double> bands,
        @Nullable String empty,
        @Nullable List<Long> window) {

    /** One axis: title, unit, how its values are written, and labels if it has categories. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Axis(
            String title,
            @Nullable String unit,
            @Nullable List<String> labels,
            @Nullable String format,
            @Nullable Double min,
            @Nullable Double max) {

        /** The time axis. */
        public static Axis time() {
            return new Axis("Time", null, null, null, null, null);
        }

        /** Counts from zero. */
        public static Axis counts(String title) {
            return new Axis(title, null, null, "count", 0.0, null);
        }

        /** Ratios of 0 to 1, written as percentages, from zero. */
        public static Axis ratios(String title) {
            return new Axis(title, null, null, "ratio", 0.0, null);
        }

        /** Numbers from zero. */
        public static Axis numbers(String title, @Nullable String unit) {
            return new Axis(title, unit, null, "number", 0.0, null);
        }

        /** Numbers around wherever they are; zero need not be in sight. */
        public static Axis scaled(String title, @Nullable String unit) {
            return new Axis(title, unit, null, "number", null, null);
        }

        /** Categories or bins. */
        public static Axis labels(String title, @Nullable String unit, List<String> labels) {
            return new Axis(title, unit, labels, null, null, null);
        }
    }

    /** One series. Its role decides its colour: reference is grey, current the accent, series one of the palette. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Series(String name, String role, String type, boolean stack, List<Point> points) {

        /** A line. */
        public static Series line(String name, String role, List<Point> points) {
            return new Series(name, role, "line", false, points);
        }

        /** Bars beside those of other series. */
        public static Series bars(String name, String role, List<Point> points) {
            return new Series(name, role, "bar", false, points);
        }

        /** Bars on top of those of other series. */
        public static Series stacked(String name, List<Point> points) {
            return new Series(name, "series", "bar", true, points);
        }
    }

    /** One value: where (a time, or the index of a label), how much, from how many rows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(
            long x,
            @Nullable Double y,
            @Nullable Long n,
            @Nullable Long end,
            @Nullable Integer row,
            @Nullable String status) {

        /** A value of a window. */
        public static Point at(Instant start, @Nullable Instant end, @Nullable Double y, @Nullable Long n) {
            return new Point(start.toEpochMilli(), finite(y), n, end == null ? null : end.toEpochMilli(), null, null);
        }

        /** A value of a category or bin. */
        public static Point of(int index, @Nullable Double y, @Nullable Long n) {
            return new Point(index, finite(y), n, null, null, null);
        }

        /** A cell of a heat map. */
        public static Point cell(int column, int row, @Nullable Double y, @Nullable Long n, @Nullable String status) {
            return new Point(column, finite(y), n, null, row, status);
        }

        /** The same value with what it was judged to be. */
        public Point judged(@Nullable String verdict) {
            return new Point(x, y, n, end, row, verdict);
        }

        private static @Nullable Double finite(@Nullable Double value) {
            return value == null || !Double.isFinite(value) ? null : value;
        }
    }

    /** A horizontal line: a limit (warning, critical) or the baseline's value. */
    public record Line(double value, String label, String kind) {}

    /** Something that happened at a time, such as a version's start. */
    public record Mark(long at, String label) {}
}
