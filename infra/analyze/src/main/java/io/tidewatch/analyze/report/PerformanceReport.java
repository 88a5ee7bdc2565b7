package io.tidewatch.analyze.report;

import io.tidewatch.analysis.stats.performance.BinaryConfusion;
import io.tidewatch.analysis.stats.performance.ConfusionMatrix;
import io.tidewatch.analysis.stats.performance.Metric;
import io.tidewatch.analysis.stats.performance.ThresholdCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Performance of a file of predictions with ground truth.
 *
 * @param file name of the file
 * @param task binary, multiclass or regression
 * @param rows rows of the file
 * @param settings what the numbers depend on, such as threshold and positive class
 * @param overall all rows with ground truth
 * @param segments the same by segment
 * @param curve confusion over thresholds; empty unless there is a score
 */
public record PerformanceReport(
        String file,
        String task,
        long rows,
        Map<String, Object> settings,
        Part overall,
        Map<String, Part> segments,
        List<ThresholdCurve.Point> curve) {

    /**
     * Performance of some rows.
     *
     * @param n rows with ground truth
     * @param metrics the metrics
     * @param binary confusion of a binary classifier, or null
     * @param matrix confusion of a classifier with predicted labels, or null
     */
    public record Part(
            long n,
            List<Metric> metrics,
            @Nullable BinaryConfusion binary,
            @Nullable ConfusionMatrix matrix) {}

    /** The metric of this name over all rows, NaN if there is none. */
    public double metric(String name) {
        return overall.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The report as nested maps. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", "performance");
        json.put("task", task);
        json.putAll(settings);
        json.put("rows", rows);
        json.putAll(partJson(overall));
        json.put("coverage", rows == 0 ? Double.NaN : (double) overall.n() / rows);
        if (!segments.isEmpty()) {
            Map<String, Object> bySegment = new LinkedHashMap<>();
            segments.forEach((segment, part) -> bySegment.put(segment, partJson(part)));
            json.put("segments", bySegment);
        }
        if (!curve.isEmpty()) {
            json.put("curve", curve.stream().map(PerformanceReport::pointJson).toList());
        }
        return json;
    }

    private static Map<String, Object> partJson(Part part) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", part.n());
        Map<String, Object> metrics = new LinkedHashMap<>();
        Map<String, Object> intervals = new LinkedHashMap<>();
        for (Metric metric : part.metrics()) {
            metrics.put(metric.name(), metric.value());
            if (!Double.isNaN(metric.lower())) {
                Map<String, Object> interval = new LinkedHashMap<>();
                interval.put("lower", metric.lower());
                interval.put("upper", metric.upper());
                interval.put("n", metric.n());
                intervals.put(metric.name(), interval);
            }
        }
        BinaryConfusion binary = part.binary();
        if (binary != null) {
            metrics.putAll(counts(binary));
        }
        ConfusionMatrix matrix = part.matrix();
        if (matrix != null) {
            metrics.put("labels", matrix.labels());
            metrics.put("confusion_matrix", rows(matrix));
        }
        json.put("metrics", metrics);
        json.put("intervals", intervals);
        return json;
    }

    private static Map<String, Object> counts(BinaryConfusion confusion) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("tp", Math.round(confusion.truePositive()));
        counts.put("fp", Math.round(confusion.falsePositive()));
        counts.put("tn", Math.round(confusion.trueNegative()));
        counts.put("fn", Math.round(confusion.falseNegative()));
        return counts;
    }

    private static Map<String, Object> pointJson(ThresholdCurve.Point point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("threshold", point.threshold());
        json.putAll(counts(point.confusion()));
        return json;
    }

    private static List<List<Long>> rows(ConfusionMatrix matrix) {
        List<List<Long>> rows = new ArrayList<>();
        for (int truth = 0; truth < matrix.size(); truth++) {
            List<Long> row = new ArrayList<>();
            for (int prediction = 0; prediction < matrix.size(); prediction++) {
                row.add(matrix.count(truth, prediction));
            }
            rows.add(row);
        }
        return rows;
    }
}
