package io.tidewatch.analysis;

import io.tidewatch.registry.ModelTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Performance of a model against ground truth.
 *
 * @param positiveClass of a binary model, null for other tasks
 * @param threshold of a binary model, null for other tasks
 * @param points by step and version, and by step for all versions together
 * @param overall by version, and for all together
 */
record Performance(
        ModelTask task,
        @Nullable String positiveClass,
        @Nullable Double threshold,
        Interval interval,
        List<Point> points,
        List<Point> overall) {

    /**
     * Performance of a part of the window.
     *
     * @param version null for all versions together
     * @param predictionCount predictions, each id once
     * @param groundTruthCount those with ground truth
     * @param metrics by name; NaN where not defined
     */
    record Point(
            Instant start,
            Instant end,
            @Nullable String version,
            long predictionCount,
            long groundTruthCount,
            Map<String, Double> metrics) {

        /** Share of the predictions that have ground truth. */
        double coverage() {
            return predictionCount == 0 ? 0 : (double) groundTruthCount / predictionCount;
        }
    }
}
