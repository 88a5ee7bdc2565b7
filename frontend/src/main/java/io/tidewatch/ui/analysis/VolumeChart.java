package io.tidewatch.ui.analysis;

import io.tidewatch.ui.client.Volume;
import io.tidewatch.ui.component.ChartSpec;
import io.tidewatch.ui.component.ChartSpec.Axis;
import io.tidewatch.ui.component.ChartSpec.Mark;
import io.tidewatch.ui.component.ChartSpec.Point;
import io.tidewatch.ui.component.ChartSpec.Series;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.navigation.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Predictions over time, stacked by version when there are several. */
final class VolumeChart {

    private VolumeChart() {}

    static ChartSpec spec(Volume volume, Window window) {
        Duration step = step(volume);
        List<Volume.ByVersion> versions = volume.versions() == null ? List.of() : volume.versions();
        List<Series> series = versions.size() < 2
                ? List.of(Series.bars("Predictions", "current", points(volume.points(), step)))
                : versions.stream()
                        .map(version -> Series.stacked("Version " + version.version(), points(version.points(), step)))
                        .toList();
        return new ChartSpec(
                "time",
                "Predictions",
                Numbers.count(volume.total(), "prediction", "predictions") + " in this time range",
                Axis.time(),
                Axis.counts(step == null ? "Predictions" : "Predictions per " + name(step)),
                volume.total() == 0 ? List.of() : series,
                null,
                versionMarks(volume),
                null,
                "No predictions in this time range.",
                List.of(window.from().toEpochMilli(), window.to().toEpochMilli()));
    }

    /** Where a version took over: the first prediction of each but the earliest. */
    static List<Mark> versionMarks(Volume volume) {
        if (volume.versions() == null) {
            return List.of();
        }
        return volume.versions().stream()
                .flatMap(version -> version.points().stream()
                        .filter(point -> point.count() > 0)
                        .map(Volume.Point::start)
                        .min(Instant::compareTo)
                        .map(first -> new Mark(first.toEpochMilli(), "Version " + version.version()))
                        .stream())
                .sorted(Comparator.comparingLong(Mark::at))
                .skip(1)
                .toList();
    }

    private static List<Point> points(List<Volume.Point> points, @Nullable Duration step) {
        return points.stream()
                .map(point -> Point.at(
                        point.start(), step == null ? null : point.start().plus(step), (double) point.count(), null))
                .toList();
    }

    private static @Nullable Duration step(Volume volume) {
        String interval = volume.interval();
        if (interval == null) {
            return null;
        }
        try {
            return Duration.parse(interval);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static String name(Duration step) {
        if (step.equals(Duration.ofHours(1))) {
            return "hour";
        }
        if (step.equals(Duration.ofDays(1))) {
            return "day";
        }
        if (step.toHours() >= 24) {
            return step.toDays() + " days";
        }
        return step.toMinutes() >= 60 ? step.toHours() + " hours" : step.toMinutes() + " min";
    }
}
