package io.tidewatch.ui.analysis;

import io.tidewatch.ui.client.Drift;
import io.tidewatch.ui.client.DriftHistory;
import io.tidewatch.ui.component.ChartSpec;
import io.tidewatch.ui.component.ChartSpec.Axis;
import io.tidewatch.ui.component.ChartSpec.Line;
import io.tidewatch.ui.component.ChartSpec.Point;
import io.tidewatch.ui.component.ChartSpec.Series;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Times;
import io.tidewatch.ui.navigation.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Charts of drift: both distributions of a feature, its effect over time, and all features over time. */
final class DriftCharts {

    /** From here a change is shaded, though it is no drift. */
    static final double NOTICEABLE = 0.05;

    /** The verdict's limits on the effect. */
    static final double WARNING = 0.1;

    static final double CRITICAL = 0.25;

    private DriftCharts() {}

    /** Baseline in grey, this window in the accent colour, as shares of each. */
    static ChartSpec distribution(Drift.Feature feature, @Nullable String unit) {
        Drift.Distribution distribution = feature.distribution();
        List<Drift.Bin> bins = distribution == null ? List.of() : distribution.bins();
        List<Point> reference = new ArrayList<>();
        List<Point> current = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            Drift.Bin bin = bins.get(i);
            reference.add(Point.of(i, bin.referenceShare(), bin.reference()));
            current.add(Point.of(i, bin.currentShare(), bin.current()));
        }
        boolean numeric = distribution != null && "numeric".equals(distribution.kind());
        List<String> labels = bins.stream().map(DriftCharts::label).toList();
        return new ChartSpec(
                "bars",
                "Distribution of " + feature.name(),
                "Share of predictions in each " + (numeric ? "range" : "category"),
                Axis.labels(feature.name(), unit, labels),
                Axis.ratios("Share of predictions"),
                bins.isEmpty()
                        ? List.of()
                        : List.of(
                                Series.bars("Baseline", "reference", reference),
                                Series.bars("This window", "current", current)),
                null,
                null,
                null,
                "There is nothing to compare in this time range.",
                null);
    }

    /** The effect over time with the limits of the verdict. */
    static ChartSpec history(List<DriftHistory.Point> points, Window window) {
        List<Point> effect = points.stream()
                .map(point -> Point.at(point.start(), point.end(), point.effect(), point.n())
                        .judged(point.status()))
                .toList();
        long critical = count(points, "critical");
        String how =
                "Effect of each interval against the same baseline; hollow points can't be judged, or are not over yet";
        return new ChartSpec(
                "time",
                "Drift over time",
                critical == 0 ? how : "Critical in " + Numbers.count(critical, "interval", "intervals") + ". " + how,
                Axis.time(),
                Axis.numbers("Drift effect", null),
                List.of(Series.line("Drift effect", "current", effect)),
                List.of(new Line(WARNING, "warning", "warning"), new Line(CRITICAL, "critical", "critical")),
                null,
                null,
                "No drift was computed in this time range.",
                List.of(window.from().toEpochMilli(), window.to().toEpochMilli()));
    }

    /** Every feature over time, one row each, in the order of {@link #ranked}. */
    static ChartSpec heatMap(DriftHistory history, boolean hourly, ZoneId zone) {
        List<Instant> starts = starts(history);
        List<DriftHistory.Series> features = ranked(history);
        List<Point> cells = new ArrayList<>();
        for (int row = 0; row < features.size(); row++) {
            for (DriftHistory.Point point : features.get(row).points()) {
                cells.add(Point.cell(starts.indexOf(point.start()), row, point.effect(), point.n(), point.status()));
            }
        }
        List<String> columns =
                starts.stream().map(start -> Times.label(start, hourly, zone)).toList();
        List<String> rows = features.stream().map(DriftHistory.Series::name).toList();
        return new ChartSpec(
                "heatmap",
                "Drift of every feature over time",
                summary(features, hourly),
                Axis.labels("Interval", null, columns),
                Axis.labels("Feature", null, rows),
                List.of(new Series("Drift effect", "series", "bar", false, cells)),
                null,
                null,
                List.of(NOTICEABLE, WARNING, CRITICAL),
                "No drift was computed in this time range.",
                null);
    }

    /** The features with the most critical intervals first, then those with the most warnings. */
    static List<DriftHistory.Series> ranked(DriftHistory history) {
        return history.features().stream()
                .sorted(Comparator.comparingLong((DriftHistory.Series series) -> -count(series, "critical"))
                        .thenComparingLong(series -> -count(series, "warning")))
                .toList();
    }

    /** What a long window hides: which features drifted in single intervals. */
    private static String summary(List<DriftHistory.Series> ranked, boolean hourly) {
        String critical = criticalIntervals(ranked, hourly);
        String how = "Each cell compares one interval with the baseline; choose one to look into it";
        return critical.isEmpty() ? how : "Critical: " + critical + ". " + how;
    }

    /** The features that were critical in single intervals, at most three, and in how many; empty if none was. */
    static String criticalIntervals(List<DriftHistory.Series> ranked, boolean hourly) {
        return ranked.stream()
                .filter(series -> count(series, "critical") > 0)
                .limit(3)
                .map(series -> series.name() + " "
                        + Numbers.count(count(series, "critical"), hourly ? "hour" : "day", hourly ? "hours" : "days"))
                .collect(Collectors.joining(", "));
    }

    private static long count(DriftHistory.Series series, String status) {
        return count(series.points(), status);
    }

    private static long count(List<DriftHistory.Point> points, String status) {
        return points.stream().filter(point -> status.equals(point.status())).count();
    }

    /** The starts of all intervals, which are the columns of the heat map. */
    static List<Instant> starts(DriftHistory history) {
        TreeSet<Instant> starts = new TreeSet<>();
        history.features().forEach(feature -> feature.points().forEach(point -> starts.add(point.start())));
        return List.copyOf(starts);
    }

    static String label(Drift.Bin bin) {
        if (bin.label() != null) {
            return bin.label();
        }
        if (Boolean.TRUE.equals(bin.other())) {
            return "other";
        }
        if (bin.lower() == null) {
            return bin.upper() == null ? "all" : "up to " + Numbers.measure(bin.upper());
        }
        if (bin.upper() == null) {
            return "above " + Numbers.measure(bin.lower());
        }
        return Numbers.measure(bin.lower()) + " – " + Numbers.measure(bin.upper());
    }
}
