package io.tidewatch.ui.analysis;

import io.tidewatch.ui.client.Performance;
import io.tidewatch.ui.component.ChartSpec;
import io.tidewatch.ui.component.ChartSpec.Axis;
import io.tidewatch.ui.component.ChartSpec.Point;
import io.tidewatch.ui.component.ChartSpec.Series;
import io.tidewatch.ui.navigation.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Charts of performance over time. */
final class PerformanceCharts {

    private PerformanceCharts() {}

    /** One metric by version, or one line for a model with a single version. */
    static ChartSpec metric(Performance performance, Metric metric, Window window, @Nullable String unit) {
        Map<String, List<Performance.Point>> byVersion = versions(performance);
        List<Series> series = new ArrayList<>();
        if (byVersion.size() < 2) {
            series.add(Series.line(metric.label(), "current", points(together(performance), metric)));
        } else {
            byVersion.forEach((version, points) ->
                    series.add(Series.line("Version " + version, "series", points(points, metric))));
        }
        return new ChartSpec(
                "time",
                metric.label(),
                "From predictions whose ground truth has arrived",
                Axis.time(),
                Axis.scaled(metric.label(), metric.hasUnit() ? unit : null),
                series,
                null,
                null,
                null,
                "No ground truth in this time range yet.",
                List.of(window.from().toEpochMilli(), window.to().toEpochMilli()));
    }

    /** The share of predictions whose ground truth has arrived. */
    static ChartSpec coverage(Performance performance, Window window) {
        List<Point> points = together(performance).stream()
                .filter(point -> point.start() != null)
                .map(point -> Point.at(
                        Objects.requireNonNull(point.start()), point.end(), point.coverage(), point.predictionCount()))
                .toList();
        return new ChartSpec(
                "time",
                "Ground-truth coverage",
                "Share of predictions whose outcome is known",
                Axis.time(),
                new Axis("Coverage", null, null, "ratio", 0.0, 1.0),
                List.of(Series.bars("Coverage", "current", points)),
                null,
                null,
                null,
                "No predictions in this time range.",
                List.of(window.from().toEpochMilli(), window.to().toEpochMilli()));
    }

    /** Whether any outcome is known. */
    static boolean hasGroundTruth(Performance performance) {
        return performance.points().stream().anyMatch(point -> point.groundTruthCount() > 0);
    }

    private static Map<String, List<Performance.Point>> versions(Performance performance) {
        Map<String, List<Performance.Point>> byVersion = new TreeMap<>();
        for (Performance.Point point : performance.points()) {
            if (point.version() != null) {
                byVersion
                        .computeIfAbsent(point.version(), key -> new ArrayList<>())
                        .add(point);
            }
        }
        return byVersion;
    }

    private static List<Performance.Point> together(Performance performance) {
        List<Performance.Point> together = performance.points().stream()
                .filter(point -> point.version() == null)
                .toList();
        return together.isEmpty() ? performance.points() : together;
    }

    private static List<Point> points(List<Performance.Point> points, Metric metric) {
        return points.stream()
                .filter(point -> point.start() != null)
                .map(point -> Point.at(
                        Objects.requireNonNull(point.start()),
                        point.end(),
                        point.metric(metric.key()),
                        point.groundTruthCount()))
                .toList();
    }
}
