package io.tidewatch.analyze.command;

import io.tidewatch.analysis.stats.verdict.VerdictSettings;
import io.tidewatch.analyze.data.Dataset;
import io.tidewatch.analyze.data.Engine;
import io.tidewatch.analyze.data.SourceFile;
import io.tidewatch.analyze.report.DriftPage;
import io.tidewatch.analyze.report.DriftReport;
import io.tidewatch.analyze.report.DriftText;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code analyze drift}. */
@Command(
        name = "drift",
        description = "Compare the columns of a current file with those of a reference file.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples%n",
        footer = {
            "  tidewatch analyze drift --reference january.csv --current june.csv",
            "  tidewatch analyze drift --reference train.parquet --current week.parquet --html drift.html --fail-on critical",
            "  tidewatch analyze drift --reference r.csv --current c.csv --methods all --types season=category --out -",
            "  tidewatch analyze drift --reference r.csv --current c.csv --time created_at",
            "",
            "Methods: ks wasserstein psi jensenshannon kl_div hellinger anderson cramer_von_mises energy_distance",
            "epps_singleton mann_whitney mann_whitney_less t_test mmd linf_cdf (numbers); chi_square g_test psi",
            "jensenshannon kl_div hellinger tvd z fisher_exact linf cramers_v (categories)."
        })
final class DriftCommand implements Callable<Integer> {

    @Option(names = "--reference", required = true, paramLabel = "FILE", description = "CSV, NDJSON or Parquet.")
    Path reference = Path.of("");

    @Option(names = "--current", required = true, paramLabel = "FILE", description = "CSV, NDJSON or Parquet.")
    Path current = Path.of("");

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "METHOD",
            description = "Methods to show beside the verdict, or all (default: ${DEFAULT-VALUE}).",
            defaultValue = "ks,wasserstein,psi,jensenshannon,chi_square")
    List<String> methods = List.of();

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "When rows happened: the verdict then allows for how days (or hours) of the reference vary.")
    @Nullable
    String time;

    @Option(names = "--warning", paramLabel = "PSI", description = "Debiased PSI of a warning (default: 0.1).")
    double warning = VerdictSettings.DEFAULT.warningEffect();

    @Option(
            names = "--critical",
            paramLabel = "PSI",
            description = "Debiased PSI of a critical verdict (default: 0.25).")
    double critical = VerdictSettings.DEFAULT.criticalEffect();

    @Mixin
    FilesMixin files = new FilesMixin();

    @Mixin
    OutputMixin output = new OutputMixin();

    @Override
    public Integer call() {
        VerdictSettings defaults = VerdictSettings.DEFAULT;
        VerdictSettings settings = new VerdictSettings(
                defaults.falseDiscoveryRate(), warning, critical, defaults.warningRate(), defaults.criticalRate());
        DriftAnalysis analysis = new DriftAnalysis(MethodChoice.of(methods), settings, time);
        SourceFile referenceFile = SourceFile.of(reference);
        SourceFile currentFile = SourceFile.of(current);
        Set<String> always = time == null ? Set.of() : Set.of(time);
        try (Engine engine = Engine.start()) {
            Dataset data = Dataset.load(
                    engine, referenceFile, currentFile, files.types(), files.wanted(always), files.maxDistinct);
            DriftReport report = analysis.run(data, reference.toString(), current.toString());
            output.write(report.toJson(), () -> DriftPage.of(report), DriftText.of(report));
            return output.exitCode(report.status());
        }
    }
}
