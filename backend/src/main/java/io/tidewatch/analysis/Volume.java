package io.tidewatch.analysis;

import io.tidewatch.analysis.AnalysisQueries.VolumeRow;
import io.tidewatch.profile.WindowSelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many predictions a model made.
 *
 * @param total predictions in the window, each id once
 * @param points by step, without gaps
 * @param versions the same by version
 */
record Volume(WindowSelection window, Interval interval, long total, List<Point> points, List<OfVersion> versions) {

    /** Puts rows in order and fills the gaps. */
    static Volume of(WindowSelection window, Interval interval, List<VolumeRow> rows) {
        Map<Long, Long> all = new TreeMap<>();
        Map<String, Map<Long, Long>> byVersion = new TreeMap<>();
        for (VolumeRow row : rows) {
            all.merge(row.unit(), row.n(), Long::sum);
            byVersion.computeIfAbsent(row.version(), ignored -> new TreeMap<>()).merge(row.unit(), row.n(), Long::sum);
        }
        List<OfVersion> versions = new ArrayList<>();
        byVersion.forEach((version, counts) ->
                versions.add(new OfVersion(version, sum(counts), points(window, interval, counts))));
        return new Volume(window, interval, sum(all), points(window, interval, all), versions);
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Point> points(WindowSelection window, Interval interval, Map<Long, Long> counts) {
        List<Point> points = new ArrayList<>();
        for (long unit = interval.unitOf(window.from()); unit <= interval.lastUnit(window.to()); unit++) {
            points.add(new Point(interval.start(unit), counts.getOrDefault(unit, 0L)));
        }
        return points;
    }

    /** Predictions from {@code start} on for one step. */
    record Point(Instant start, long count) {}

    /** Volume of one version. */
    record OfVersion(String version, long total, List<Point> points) {}
}
