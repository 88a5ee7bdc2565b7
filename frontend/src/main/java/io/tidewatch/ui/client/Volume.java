package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many predictions arrived over time, in all and by version. {@code interval} is an ISO 8601 duration. */
public record Volume(
        Instant from,
        Instant to,
        @Nullable String interval,
        long total,
        List<Point> points,
        @Nullable List<ByVersion> versions) {

    /** The count of one interval that starts here. */
    public record Point(Instant start, long count) {}

    /** The share of one version. */
    public record ByVersion(String version, long total, List<Point> points) {}
}
