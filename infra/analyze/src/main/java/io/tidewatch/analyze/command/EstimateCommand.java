package io.tidewatch.analyze.command;

import io.tidewatch.analysis.stats.NumberTable;
import io.tidewatch.analysis.stats.NumberTableBuilder;
import io.tidewatch.analysis.stats.estimation.ConfidenceBasedEstimate;
import io.tidewatch.analysis.stats.estimation.IsotonicCalibration;
import io.tidewatch.analysis.stats.performance.BinaryPerformance;
import io.tidewatch.analysis.stats.performance.Metric;
import io.tidewatch.analyze.data.AnalyzeException;
import io.tidewatch.analyze.data.Column;
import io.tidewatch.analyze.data.ColumnType;
import io.tidewatch.analyze.data.Dataset;
import io.tidewatch.analyze.data.Engine;
import io.tidewatch.analyze.data.Outcomes;
import io.tidewatch.analyze.data.Outcomes.Outcome;
import io.tidewatch.analyze.data.SourceFile;
import io.tidewatch.analyze.report.EstimatePage;
import io.tidewatch.analyze.report.EstimateReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code analyze estimate}. */
@Command(
        name = "estimate",
        description = "Estimate the performance of a binary classifier without ground truth (CBPE).",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  tidewatch analyze estimate --reference validated.csv --current live.csv --score score --truth delayed",
            "  tidewatch analyze estimate --reference v.parquet --current l.parquet --score p --truth y --threshold 0.3",
            "",
            "The reference needs scores and ground truth that were not used in training."
        })
final class EstimateCommand implements Callable<Integer> {

    @Option(names = "--reference", required = true, paramLabel = "FILE", description = "Scores with ground truth.")
    Path reference = Path.of("");

    @Option(names = "--current", required = true, paramLabel = "FILE", description = "Scores.")
    Path current = Path.of("");

    @Option(names = "--score", required = true, paramLabel = "COLUMN", description = "The score of the positive class.")
    String score = "";

    @Option(names = "--truth", required = true, paramLabel = "COLUMN", description = "The outcome in the reference.")
    String truth = "";

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Scores at or above it are predicted positive (default: 0.5).")
    double threshold = 0.5;

    @Option(names = "--positive", paramLabel = "VALUE", description = "The positive class (default: 1, true or yes).")
    @Nullable
    String positive;

    @Mixin
    OutputMixin output = new OutputMixin();

    @Override
    public Integer call() {
        SourceFile referenceFile = SourceFile.of(reference);
        SourceFile currentFile = SourceFile.of(current);
        try (Engine engine = Engine.start()) {
            Dataset data = Dataset.load(
                    engine,
                    referenceFile,
                    currentFile,
                    Map.of(score, ColumnType.NUMBER, truth, ColumnType.CATEGORY),
                    Set.of(score, truth)::contains,
                    Long.MAX_VALUE);
            EstimateReport report = report(data);
            output.write(report.toJson(), () -> EstimatePage.of(report), EstimatePage.text(report));
            return 0;
        }
    }

    private EstimateReport report(Dataset data) {
        Column scoreColumn = data.column(score);
        Column truthColumn = data.column(truth);
        List<Outcome> known = Outcomes.byScore(data, 0, null, scoreColumn, truthColumn);
        String positiveClass = Outcomes.positiveClass(known, positive);
        NumberTable calibrationRows = Outcomes.scoreTable(known, positiveClass);
        if (calibrationRows.isOneSided()) {
            throw new AnalyzeException("The reference needs rows of both classes to calibrate on.");
        }
        List<Outcome> live = Outcomes.byScore(data, 1, null, scoreColumn, truthColumn);
        NumberTableBuilder scores = NumberTable.builder();
        live.forEach(outcome -> scores.add(outcome.score(), 0, outcome.rows()));
        NumberTable currentScores = scores.build();
        if (currentScores.currentTotal() == 0) {
            throw new AnalyzeException("The current file has no scores.");
        }
        ConfidenceBasedEstimate estimate =
                ConfidenceBasedEstimate.of(IsotonicCalibration.fit(calibrationRows), currentScores);
        NumberTable realisedRows = Outcomes.scoreTable(live, positiveClass);
        List<Metric> realised = realisedRows.size() == 0
                ? List.of()
                : BinaryPerformance.of(realisedRows).metrics(threshold);
        return new EstimateReport(
                current.toString(),
                positiveClass,
                threshold,
                calibrationRows.referenceTotal() + calibrationRows.currentTotal(),
                estimate.rows(),
                estimate.shareOutsideReference(),
                estimate.estimates(threshold),
                realised);
    }
}
