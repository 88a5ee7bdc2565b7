package io.tidewatch.analysis;

import io.smallrye.mutiny.Uni;
import io.tidewatch.analysis.stats.performance.BinaryConfusion;
import io.tidewatch.platform.clickhouse.ClickHouse;
import io.tidewatch.platform.clickhouse.Query;
import io.tidewatch.platform.clickhouse.Row;
import io.tidewatch.profile.WindowSelection;
import io.tidewatch.registry.ModelVersion;
import io.tidewatch.registry.OutputSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Performance from aggregates in ClickHouse. */
@ApplicationScoped
class PerformanceQueries {

    private final ClickHouse clickHouse;

    PerformanceQueries(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    Uni<List<GroupMetrics>> binary(WindowSelection window, Interval interval, List<ModelVersion> versions) {
        List<String> names = new ArrayList<>();
        List<String> positives = new ArrayList<>();
        List<Double> thresholds = new ArrayList<>();
        for (ModelVersion version : versions) {
            OutputSchema output = version.output();
            names.add(version.version());
            positives.add(output.positiveClass() == null ? "" : output.positiveClass());
            thresholds.add(output.thresholdOrDefault());
        }
        return query("performance-binary", window, interval)
                .bind("versions", names)
                .bind("positives", positives)
                .bind("thresholds", thresholds)
                .list(row -> group(row, binaryMetrics(row)));
    }

    Uni<List<GroupMetrics>> regression(WindowSelection window, Interval interval) {
        return query("performance-regression", window, interval).list(row -> group(row, regressionMetrics(row)));
    }

    Uni<List<TruthAgainstPrediction>> multiclass(WindowSelection window, Interval interval) {
        return query("performance-multiclass", window, interval)
                .list(row -> new TruthAgainstPrediction(
                        row.int64("unit"),
                        row.string("version"),
                        row.string("truthClass"),
                        row.string("predictedClass"),
                        row.int64("n"),
                        row.int64("scoredCount"),
                        row.float64("logLossSum")));
    }

    private Query query(String statement, WindowSelection window, Interval interval) {
        return AnalysisQueries.query(clickHouse, statement, window)
                .bind("stepMillis", interval.step().toMillis());
    }

    private static GroupMetrics group(Row row, Map<String, Double> metrics) {
        return new GroupMetrics(
                row.int64("allTime") != 0 ? null : row.int64("unit"),
                row.int64("allVersions") != 0 ? null : row.string("version"),
                row.int64("predictions"),
                row.int64("truths"),
                row.int64("truths") == 0 ? Map.of() : metrics);
    }

    private static Map<String, Double> binaryMetrics(Row row) {
        BinaryConfusion confusion = new BinaryConfusion(
                row.int64("truePositives"),
                row.int64("falsePositives"),
                row.int64("trueNegatives"),
                row.int64("falseNegatives"));
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (row.int64("scoredCount") > 0) {
            metrics.put("roc_auc", row.float64("rocAuc"));
            metrics.put("log_loss", row.float64("logLoss"));
            metrics.put("brier", row.float64("brier"));
        }
        metrics.put("accuracy", confusion.accuracy());
        metrics.put("precision", confusion.precision());
        metrics.put("recall", confusion.recall());
        metrics.put("f1", confusion.f1());
        metrics.put("specificity", confusion.specificity());
        metrics.put("false_positive_rate", confusion.falsePositiveRate());
        metrics.put("balanced_accuracy", confusion.balancedAccuracy());
        metrics.put("mcc", confusion.matthews());
        metrics.put("cohen_kappa", confusion.kappa());
        metrics.put("tp", confusion.truePositive());
        metrics.put("fp", confusion.falsePositive());
        metrics.put("tn", confusion.trueNegative());
        metrics.put("fn", confusion.falseNegative());
        return metrics;
    }

    private static Map<String, Double> regressionMetrics(Row row) {
        double mse = row.float64("mse");
        double truthVariance = row.float64("truthVariance");
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("mae", row.float64("mae"));
        metrics.put("mse", mse);
        metrics.put("rmse", Math.sqrt(mse));
        metrics.put("r2", truthVariance == 0 ? Double.NaN : 1 - mse / truthVariance);
        metrics.put(
                "explained_variance",
                truthVariance == 0 ? Double.NaN : 1 - row.float64("errorVariance") / truthVariance);
        metrics.put("mean_error", row.float64("meanError"));
        metrics.put("max_error", row.float64("maxError"));
        return metrics;
    }

    /**
     * Metrics of one group.
     *
     * @param unit number of the step, null for the whole window
     * @param version null for all versions together
     */
    record GroupMetrics(
            @Nullable Long unit,
            @Nullable String version,
            long predictions,
            long truths,
            Map<String, Double> metrics) {}

    /**
     * Predictions of one class with one truth.
     *
     * @param truthClass empty without ground truth
     * @param scoredCount those with a probability for each class
     * @param logLossSum sum of the negative log probability of the true class
     */
    record TruthAgainstPrediction(
            long unit,
            String version,
            String truthClass,
            String predictedClass,
            long n,
            long scoredCount,
            double logLossSum) {}
}
