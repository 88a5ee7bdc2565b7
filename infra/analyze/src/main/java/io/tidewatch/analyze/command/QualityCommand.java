package io.tidewatch.analyze.command;

import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.quality.ColumnProfile;
import io.tidewatch.analysis.stats.quality.Constraints;
import io.tidewatch.analysis.stats.quality.QualityChecks;
import io.tidewatch.analysis.stats.quality.QualityFinding;
import io.tidewatch.analyze.data.Column;
import io.tidewatch.analyze.data.ColumnType;
import io.tidewatch.analyze.data.Dataset;
import io.tidewatch.analyze.data.Engine;
import io.tidewatch.analyze.data.SourceFile;
import io.tidewatch.analyze.report.QualityPage;
import io.tidewatch.analyze.report.QualityReport;
import io.tidewatch.analyze.report.QualityReport.ColumnQuality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code analyze quality}. */
@Command(
        name = "quality",
        description = "Profile the columns of a file, and check them against a reference if there is one.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  tidewatch analyze quality --data june.csv",
            "  tidewatch analyze quality --data june.parquet --reference january.parquet --fail-on warning --html quality.html"
        })
final class QualityCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "CSV, NDJSON or Parquet.")
    Path data = Path.of("");

    @Option(names = "--reference", paramLabel = "FILE", description = "What the data is expected to look like.")
    @Nullable
    Path reference;

    @Option(
            names = "--tolerated",
            paramLabel = "SHARE",
            description = "Share of wrong values that is no finding (default: 0.01).")
    double tolerated = 0.01;

    @Mixin
    FilesMixin files = new FilesMixin();

    @Mixin
    OutputMixin output = new OutputMixin();

    @Override
    public Integer call() {
        Path referencePath = reference;
        SourceFile referenceFile = referencePath == null ? null : SourceFile.of(referencePath);
        SourceFile file = SourceFile.of(data);
        try (Engine engine = Engine.start()) {
            Dataset loaded =
                    Dataset.load(engine, referenceFile, file, files.types(), files.wanted(Set.of()), files.maxDistinct);
            QualityReport report = report(loaded, referenceFile != null);
            output.write(report.toJson(), () -> QualityPage.of(report), QualityPage.text(report));
            return output.exitCode(report.status());
        }
    }

    private QualityReport report(Dataset loaded, boolean compared) {
        List<Column> profiled = loaded.columns().stream()
                .filter(column -> column.type() == ColumnType.NUMBER || column.type() == ColumnType.CATEGORY)
                .filter(column -> !column.onlyIn().equals("reference"))
                .toList();
        Map<Column, ValueTable> tables = loaded.tables(profiled);
        List<ColumnQuality> columns = new ArrayList<>();
        for (Column column : loaded.columns()) {
            if (column.type() == ColumnType.SKIP) {
                continue;
            }
            ValueTable table = tables.get(column);
            List<QualityFinding> findings = new ArrayList<>(schema(column, compared));
            if (table != null) {
                boolean comparable = compared && column.onlyIn().isEmpty();
                findings.addAll(
                        comparable
                                ? QualityChecks.against(Constraints.infer(table), table, tolerated)
                                : QualityChecks.alone(table, tolerated));
            }
            columns.add(new ColumnQuality(column, table == null ? null : ColumnProfile.ofCurrent(table), findings));
        }
        return new QualityReport(data.toString(), loaded.currentRows(), loaded.referenceRows(), columns);
    }

    private static List<QualityFinding> schema(Column column, boolean compared) {
        List<QualityFinding> findings = new ArrayList<>();
        if (compared && column.onlyIn().equals("reference")) {
            findings.add(new QualityFinding("missing_column_check", true, 0, "The column has vanished."));
        }
        if (compared && column.onlyIn().equals("current")) {
            findings.add(new QualityFinding("extra_column_check", false, 0, "The column is new."));
        }
        if (column.wrongType() > 0) {
            findings.add(new QualityFinding(
                    "data_type_check", true, column.wrongType(), column.wrongType() + " values are not numbers."));
        }
        if (column.type() == ColumnType.OTHER) {
            findings.add(new QualityFinding("data_type_check", false, 0, "It holds no numbers or categories."));
        }
        return findings;
    }
}
