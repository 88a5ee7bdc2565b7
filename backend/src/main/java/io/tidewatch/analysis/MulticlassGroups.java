package io.tidewatch.analysis;

import io.tidewatch.analysis.PerformanceQueries.GroupMetrics;
import io.tidewatch.analysis.PerformanceQueries.TruthAgainstPrediction;
import io.tidewatch.analysis.stats.performance.BinaryConfusion;
import io.tidewatch.analysis.stats.performance.ConfusionMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds counts of truth against prediction up to the groups that are shown, and computes their metrics. */
final class MulticlassGroups {

    private final Map<Key, Group> groups = new LinkedHashMap<>();

    /** Metrics by step and version, by step, by version, and of all. */
    static List<GroupMetrics> of(List<TruthAgainstPrediction> rows) {
        MulticlassGroups all = new MulticlassGroups();
        for (TruthAgainstPrediction row : rows) {
            all.add(new Key(row.unit(), row.version()), row);
            all.add(new Key(row.unit(), null), row);
            all.add(new Key(null, row.version()), row);
            all.add(new Key(null, null), row);
        }
        List<GroupMetrics> metrics = new ArrayList<>();
        all.groups.forEach((key, group) -> metrics.add(
                new GroupMetrics(key.unit(), key.version(), group.predictions, group.truths, group.metrics())));
        return metrics;
    }

    private void add(Key key, TruthAgainstPrediction row) {
        groups.computeIfAbsent(key, ignored -> new Group()).add(row);
    }

    private record Key(@Nullable Long unit, @Nullable String version) {}

    private static final class Group {

        private final ConfusionMatrix.Builder matrix = ConfusionMatrix.builder();
        private long predictions;
        private long truths;
        private long scored;
        private double logLossSum;

        void add(TruthAgainstPrediction row) {
            predictions += row.n();
            if (!row.truthClass().isEmpty()) {
                truths += row.n();
                scored += row.scoredCount();
                logLossSum += row.logLossSum();
                matrix.add(row.truthClass(), row.predictedClass(), row.n());
            }
        }

        Map<String, Double> metrics() {
            Map<String, Double> metrics = new LinkedHashMap<>();
            if (truths == 0) {
                return metrics;
            }
            ConfusionMatrix counts = matrix.build();
            double precision = 0;
            double recall = 0;
            double f1 = 0;
            double weightedF1 = 0;
            double recallOfPresent = 0;
            int present = 0;
            for (int label = 0; label < counts.size(); label++) {
                BinaryConfusion one = counts.oneAgainstRest(label);
                precision += one.precision();
                recall += one.recall();
                f1 += one.f1();
                weightedF1 += one.f1() * counts.support(label);
                if (counts.support(label) > 0) {
                    recallOfPresent += one.recall();
                    present++;
                }
            }
            metrics.put("accuracy", (double) counts.correct() / truths);
            metrics.put("balanced_accuracy", recallOfPresent / present);
            metrics.put("macro_precision", precision / counts.size());
            metrics.put("macro_recall", recall / counts.size());
            metrics.put("macro_f1", f1 / counts.size());
            metrics.put("weighted_f1", weightedF1 / truths);
            if (scored > 0) {
                metrics.put("log_loss", logLossSum / scored);
            }
            return metrics;
        }
    }
}
