package io.tidewatch.analyze.command;

import io.tidewatch.analyze.data.AnalyzeException;
import io.tidewatch.analyze.data.Column;
import io.tidewatch.analyze.data.ColumnType;
import io.tidewatch.analyze.data.Dataset;
import io.tidewatch.analyze.data.Engine;
import io.tidewatch.analyze.data.SourceFile;
import io.tidewatch.analyze.report.PerformancePage;
import io.tidewatch.analyze.report.PerformanceReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code analyze performance}. */
@Command(
        name = "performance",
        description = "Compare predictions with their ground truth.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  tidewatch analyze performance --data scored.csv --truth delayed --score score --threshold 0.3",
            "  tidewatch analyze performance --data scored.csv --truth delayed --score score --segment origin --out -",
            "  tidewatch analyze performance --data classes.csv --truth truth --prediction prediction",
            "  tidewatch analyze performance --data delays.parquet --truth delay --prediction predicted --task regression",
            "  tidewatch analyze performance --data scored.csv --truth y --score p --min roc_auc=0.75 --max log_loss=0.6"
        })
final class PerformanceCommand implements Callable<Integer> {

    /** What the model predicts. */
    enum Task {
        /** One of two classes. */
        binary,
        /** One of several classes. */
        multiclass,
        /** A number. */
        regression
    }

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "CSV, NDJSON or Parquet.")
    Path data = Path.of("");

    @Option(names = "--truth", required = true, paramLabel = "COLUMN", description = "The outcome.")
    String truth = "";

    @Option(names = "--prediction", paramLabel = "COLUMN", description = "The predicted class or number.")
    @Nullable
    String prediction;

    @Option(names = "--score", paramLabel = "COLUMN", description = "The score of the positive class.")
    @Nullable
    String score;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Scores at or above it are predicted positive (default: 0.5).")
    double threshold = 0.5;

    @Option(names = "--positive", paramLabel = "VALUE", description = "The positive class (default: 1, true or yes).")
    @Nullable
    String positive;

    @Option(names = "--task", paramLabel = "TASK", description = "${COMPLETION-CANDIDATES}; inferred by default.")
    @Nullable
    Task task;

    @Option(names = "--segment", paramLabel = "COLUMN", description = "Also by the values of this column.")
    @Nullable
    String segment;

    @Option(
            names = "--labels",
            split = ",",
            paramLabel = "CLASS",
            description = "Order of the classes in the confusion matrix (default: by name).")
    List<String> labels = List.of();

    @Option(
            names = "--min",
            split = ",",
            paramLabel = "METRIC=VALUE",
            description = "Exit with code 1 when a metric is below its value.")
    Map<String, Double> minimum = new LinkedHashMap<>();

    @Option(
            names = "--max",
            split = ",",
            paramLabel = "METRIC=VALUE",
            description = "Exit with code 1 when a metric is above its value.")
    Map<String, Double> maximum = new LinkedHashMap<>();

    @Mixin
    OutputMixin output = new OutputMixin();

    @Override
    public Integer call() {
        if ((prediction == null) == (score == null)) {
            throw new AnalyzeException("Give either --prediction or --score.");
        }
        SourceFile file = SourceFile.of(data);
        try (Engine engine = Engine.start()) {
            PerformanceReport report = report(engine, file);
            output.write(report.toJson(), () -> PerformancePage.of(report), PerformancePage.text(report));
            return gate(report);
        }
    }

    private PerformanceReport report(Engine engine, SourceFile file) {
        String scoreColumn = score;
        if (scoreColumn != null) {
            if (task != null && task != Task.binary) {
                throw new AnalyzeException("--score is for --task binary; use --prediction.");
            }
            Dataset loaded = load(engine, file, Map.of(truth, ColumnType.CATEGORY, scoreColumn, ColumnType.NUMBER));
            return analysis(loaded).ofScore(loaded.column(scoreColumn), threshold, positive);
        }
        String predictionColumn = Objects.requireNonNull(prediction);
        Task wanted = task == null ? inferred(engine, file, predictionColumn) : task;
        ColumnType type = wanted == Task.regression ? ColumnType.NUMBER : ColumnType.CATEGORY;
        Dataset loaded = load(engine, file, Map.of(truth, type, predictionColumn, type));
        PerformanceAnalysis analysis = analysis(loaded);
        Column column = loaded.column(predictionColumn);
        return switch (wanted) {
            case binary -> analysis.ofBinaryLabel(column, positive);
            case multiclass -> analysis.ofLabels(column, labels);
            case regression -> analysis.ofNumbers(column);
        };
    }

    /** Numbers that are not codes are a regression; up to two classes are binary. */
    private Task inferred(Engine engine, SourceFile file, String predictionColumn) {
        Dataset loaded = load(engine, file, Map.of());
        Column truthColumn = loaded.column(truth);
        Column column = loaded.column(predictionColumn);
        if (truthColumn.type() == ColumnType.NUMBER || column.type() == ColumnType.NUMBER) {
            return Task.regression;
        }
        return Math.max(truthColumn.distinct(), column.distinct()) <= 2 ? Task.binary : Task.multiclass;
    }

    private Dataset load(Engine engine, SourceFile file, Map<String, ColumnType> types) {
        Set<String> wanted = new LinkedHashSet<>(List.of(truth));
        for (String name : new String[] {prediction, score, segment}) {
            if (name != null) {
                wanted.add(name);
            }
        }
        Map<String, ColumnType> all = new LinkedHashMap<>(types);
        String segmentColumn = segment;
        if (segmentColumn != null) {
            all.putIfAbsent(segmentColumn, ColumnType.CATEGORY);
        }
        return Dataset.load(engine, null, file, all, wanted::contains, Long.MAX_VALUE);
    }

    private PerformanceAnalysis analysis(Dataset loaded) {
        String segmentColumn = segment;
        return new PerformanceAnalysis(
                loaded,
                data.toString(),
                loaded.column(truth),
                segmentColumn == null ? null : loaded.column(segmentColumn));
    }

    private int gate(PerformanceReport report) {
        boolean failed = false;
        for (Map.Entry<String, Double> limit : minimum.entrySet()) {
            failed |= outside(report, limit.getKey(), limit.getValue(), Double.POSITIVE_INFINITY);
        }
        for (Map.Entry<String, Double> limit : maximum.entrySet()) {
            failed |= outside(report, limit.getKey(), Double.NEGATIVE_INFINITY, limit.getValue());
        }
        return failed ? Main.GATE : 0;
    }

    private static boolean outside(PerformanceReport report, String metric, double minimum, double maximum) {
        boolean known = report.overall().metrics().stream()
                .anyMatch(candidate -> candidate.name().equals(metric));
        if (!known) {
            throw new AnalyzeException("There is no metric \"" + metric + "\" of this task.");
        }
        double value = report.metric(metric);
        // A value that is not defined passes no gate.
        boolean outside = !(value >= minimum && value <= maximum);
        if (outside) {
            System.err.println(metric + " is " + value + ", outside " + minimum + " to " + maximum + ".");
        }
        return outside;
    }
}
