package io.tidewatch.analysis;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Volume on the wire. */
record VolumeResponse(
        Instant from,
        Instant to,
        @Schema(description = "ISO 8601 duration of a step") String interval,

        @Schema(description = "Predictions in the window, each id once")
        long total,

        List<PointResponse> points,
        List<VersionResponse> versions) {

    static VolumeResponse from(Volume volume) {
        return new VolumeResponse(
                volume.window().from(),
                volume.window().to(),
                volume.interval().text(),
                volume.total(),
                points(volume.points()),
                volume.versions().stream()
                        .map(version ->
                                new VersionResponse(version.version(), version.total(), points(version.points())))
                        .toList());
    }

    private static List<PointResponse> points(List<Volume.Point> points) {
        return points.stream()
                .map(point -> new PointResponse(point.start(), point.count()))
                .toList();
    }

    /** One step. */
    @Schema(name = "VolumePoint")
    record PointResponse(Instant start, long count) {}

    /** One version. */
    @Schema(name = "VolumeOfVersion")
    record VersionResponse(String version, long total, List<PointResponse> points) {}
}
