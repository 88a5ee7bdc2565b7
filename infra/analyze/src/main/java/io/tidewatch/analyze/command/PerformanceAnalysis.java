package io.tidewatch.analyze.command;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.performance.BinaryConfusion;
import io.tidewatch.analysis.stats.performance.BinaryPerformance;
import io.tidewatch.analysis.stats.performance.ConfusionMatrix;
import io.tidewatch.analysis.stats.performance.MulticlassPerformance;
import io.tidewatch.analysis.stats.performance.RegressionPerformance;
import io.tidewatch.analysis.stats.performance.ThresholdCurve;
import io.tidewatch.analyze.data.AnalyzeException;
import io.tidewatch.analyze.data.Column;
import io.tidewatch.analyze.data.Dataset;
import io.tidewatch.analyze.data.Outcomes;
import io.tidewatch.analyze.data.Outcomes.Outcome;
import io.tidewatch.analyze.report.PerformanceReport;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Performance of loaded predictions, overall and by segment.
 *
 * @param data the loaded file
 * @param file its name
 * @param truth column of the ground truth
 * @param segment column to split by, or null
 */
record PerformanceAnalysis(
        Dataset data, String file, Column truth, @Nullable Column segment) {

    /** Segments listed at most, the largest ones. */
    private static final int SEGMENTS = 1_000;

    private static final int CURVE_POINTS = 100;

    PerformanceReport ofScore(Column score, double threshold, @Nullable String positive) {
        List<Outcome> outcomes = Outcomes.byScore(data, 1, segment, score, truth);
        String positiveClass = Outcomes.positiveClass(outcomes, positive);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("positive", positiveClass);
        settings.put("threshold", threshold);
        NumberTable scores = Outcomes.scoreTable(outcomes, positiveClass);
        return report(
                "binary",
                settings,
                outcomes,
                rows -> scored(Outcomes.scoreTable(rows, positiveClass), threshold),
                ThresholdCurve.of(scores, CURVE_POINTS));
    }

    private static PerformanceReport.Part scored(NumberTable scores, double threshold) {
        BinaryPerformance performance = BinaryPerformance.of(scores);
        return new PerformanceReport.Part(
                scores.referenceTotal() + scores.currentTotal(),
                performance.metrics(threshold),
                performance.confusion(threshold),
                null);
    }

    PerformanceReport ofBinaryLabel(Column prediction, @Nullable String positive) {
        List<Outcome> outcomes = Outcomes.byLabel(data, segment, prediction, truth);
        String positiveClass = Outcomes.positiveClass(outcomes, positive);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("positive", positiveClass);
        return report("binary", settings, outcomes, rows -> labelled(rows, positiveClass), List.of());
    }

    private static PerformanceReport.Part labelled(List<Outcome> rows, String positive) {
        double[] cells = new double[4];
        for (Outcome outcome : rows) {
            if (outcome.truth() != null && outcome.label() != null) {
                int truth = outcome.truth().equals(positive) ? 1 : 0;
                int label = outcome.label().equals(positive) ? 1 : 0;
                cells[2 * truth + label] += outcome.rows();
            }
        }
        BinaryConfusion confusion = new BinaryConfusion(cells[3], cells[1], cells[0], cells[2]);
        return new PerformanceReport.Part(Math.round(confusion.total()), confusion.metrics(), confusion, null);
    }

    PerformanceReport ofLabels(Column prediction, List<String> labels) {
        List<Outcome> outcomes = Outcomes.byLabel(data, segment, prediction, truth);
        return report(
                "multiclass",
                Map.of(),
                outcomes,
                rows -> {
                    ConfusionMatrix matrix = Outcomes.confusion(rows, labels);
                    return new PerformanceReport.Part(
                            matrix.total(), MulticlassPerformance.of(matrix).metrics(), null, matrix);
                },
                List.of());
    }

    private PerformanceReport report(
            String task,
            Map<String, Object> settings,
            List<Outcome> outcomes,
            Function<List<Outcome>, PerformanceReport.Part> evaluate,
            List<ThresholdCurve.Point> curve) {
        Map<String, PerformanceReport.Part> segments = new LinkedHashMap<>();
        Outcomes.bySegment(outcomes).entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, List<Outcome>> entry) -> -Outcomes.rows(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(SEGMENTS)
                .forEach(entry -> segments.put(entry.getKey(), evaluate.apply(entry.getValue())));
        PerformanceReport.Part overall = evaluate.apply(outcomes);
        if (overall.n() == 0) {
            throw new AnalyzeException("No row has both a prediction and a ground truth.");
        }
        return new PerformanceReport(file, task, Outcomes.rows(outcomes), settings, overall, segments, curve);
    }

    PerformanceReport ofNumbers(Column prediction) {
        PairList all = new PairList();
        Map<String, PairList> bySegment = new LinkedHashMap<>();
        Outcomes.forEachPair(data, segment, truth, prediction, pair -> {
            all.add(pair.truth(), pair.prediction());
            Optional.ofNullable(pair.segment())
                    .ifPresent(name -> bySegment
                            .computeIfAbsent(name, key -> new PairList())
                            .add(pair.truth(), pair.prediction()));
        });
        if (all.size() == 0) {
            throw new AnalyzeException("No row has both a prediction and a ground truth.");
        }
        Map<String, PerformanceReport.Part> segments = new LinkedHashMap<>();
        bySegment.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, PairList> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(SEGMENTS)
                .forEach(entry -> segments.put(entry.getKey(), part(entry.getValue())));
        return new PerformanceReport(file, "regression", data.currentRows(), Map.of(), part(all), segments, List.of());
    }

    private static PerformanceReport.Part part(PairList pairs) {
        return new PerformanceReport.Part(
                pairs.size(),
                RegressionPerformance.of(pairs.truth(), pairs.prediction()).metrics(),
                null,
                null);
    }
}
