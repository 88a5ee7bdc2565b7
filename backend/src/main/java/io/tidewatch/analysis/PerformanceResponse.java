package io.tidewatch.analysis;

import io.tidewatch.registry.ModelTask;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Performance on the wire. */
record PerformanceResponse(
        ModelTask task,
        @Schema(description = "Of a binary model") @Nullable String positiveClass,
        @Schema(description = "Of a binary model") @Nullable Double threshold,
        @Schema(description = "ISO 8601 duration of a step") String interval,
        List<PointResponse> points,

        @Schema(description = "The whole window, by version and for all")
        List<PointResponse> overall) {

    static PerformanceResponse from(Performance performance) {
        return new PerformanceResponse(
                performance.task(),
                performance.positiveClass(),
                performance.threshold(),
                performance.interval().text(),
                performance.points().stream().map(PointResponse::from).toList(),
                performance.overall().stream().map(PointResponse::from).toList());
    }

    /** A part of the window. */
    @Schema(name = "PerformancePoint")
    record PointResponse(
            Instant start,
            Instant end,

            @Schema(description = "null for all versions together") @Nullable
            String version,

            long predictionCount,

            @Schema(description = "Predictions with ground truth")
            long groundTruthCount,

            @Schema(description = "groundTruthCount over predictionCount")
            double coverage,

            @Schema(description = "By name, null where not defined; empty without ground truth")
            Map<String, @Nullable Double> metrics) {

        static PointResponse from(Performance.Point point) {
            Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
            point.metrics().forEach((name, value) -> metrics.put(name, JsonNumber.orNull(value)));
            return new PointResponse(
                    point.start(),
                    point.end(),
                    point.version(),
                    point.predictionCount(),
                    point.groundTruthCount(),
                    point.coverage(),
                    metrics);
        }
    }
}
