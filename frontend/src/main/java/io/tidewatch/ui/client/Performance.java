package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How good the predictions were, over time and in all, for those whose ground truth has arrived. */
public record Performance(
        String task,
        @Nullable String positiveClass,
        @Nullable Double threshold,
        List<Point> points,
        @Nullable List<Point> overall) {

    /** Metrics of one window and version; {@code version} null means all versions together. */
    public record Point(
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String version,
            long predictionCount,
            long groundTruthCount,
            @Nullable Double coverage,
            @Nullable Map<String, @Nullable Double> metrics) {

        /** A metric by name, null where it could not be computed. */
        public @Nullable Double metric(String name) {
            return metrics == null ? null : metrics.get(name);
        }
    }
}
