package io.tidewatch.analyze.bench;

import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.method.DriftMethod;
import io.tidewatch.analyze.data.AnalyzeException;
import io.tidewatch.analyze.data.Column;
import io.tidewatch.analyze.data.ColumnType;
import io.tidewatch.analyze.data.Dataset;
import io.tidewatch.analyze.data.Engine;
import io.tidewatch.analyze.data.FlightsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Speed of drift on three million flights: 21 results of six columns, from a freshly loaded table. */
@Command(
        name = "drift",
        description = "Seconds for 21 drift results on three million rows, beside SciPy's where Python has it.",
        mixinStandardHelpOptions = true)
final class DriftBench implements Callable<Integer> {

    private static final List<DriftMethod> FOR_NUMBERS =
            List.of(DriftMethod.WASSERSTEIN, DriftMethod.KS, DriftMethod.PSI, DriftMethod.JENSEN_SHANNON);
    private static final List<DriftMethod> FOR_CATEGORIES =
            List.of(DriftMethod.JENSEN_SHANNON, DriftMethod.PSI, DriftMethod.CHI_SQUARE);

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "flights-3m.parquet (default: in the folder of parts).")
    @Nullable
    Path data;

    @Option(
            names = "--runs",
            description = "Runs, each on a fresh table (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    int runs;

    @Option(names = "--no-scipy", description = "Do not run SciPy for comparison.")
    boolean noScipy;

    @Override
    public Integer call() throws IOException {
        Path file = data == null ? defaultFile() : data;
        try (Engine engine = Engine.start()) {
            double[] seconds = new double[runs];
            double[] grouping = new double[runs];
            Map<String, Double> results = new LinkedHashMap<>();
            for (int run = 0; run < runs; run++) {
                Dataset loaded = FlightsTable.load(engine, file);
                long start = System.nanoTime();
                Map<Column, ValueTable> tables = loaded.tables(loaded.columns());
                grouping[run] = (System.nanoTime() - start) / 1e9;
                results = evaluate(tables);
                seconds[run] = (System.nanoTime() - start) / 1e9;
            }
            Optional<ScipyDrift> scipy = noScipy ? Optional.empty() : scipy(engine);
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            double median = sorted[runs / 2];
            print("21 results, first run", seconds[0], scipy);
            print("21 results, median of " + runs, median, scipy);
            Arrays.sort(grouping);
            new BenchLine("drift", "grouping alone, median of " + runs, 0, 3_000_000)
                    .value(grouping[runs / 2], "s")
                    .print();
            if (scipy.isPresent()) {
                new BenchLine("drift", "largest relative difference of the 21 results", 0, 3_000_000)
                        .value(scipy.get().largestDifference(results), "1")
                        .print();
            }
        }
        return 0;
    }

    private static Map<String, Double> evaluate(Map<Column, ValueTable> tables) {
        Map<String, Double> results = new LinkedHashMap<>();
        tables.forEach((column, table) -> {
            List<DriftMethod> methods = column.type() == ColumnType.NUMBER ? FOR_NUMBERS : FOR_CATEGORIES;
            for (DriftMethod method : methods) {
                results.put(
                        column.name() + " " + method.methodName(),
                        method.evaluate(table).score());
            }
        });
        return results;
    }

    private static void print(String name, double seconds, Optional<ScipyDrift> scipy) {
        BenchLine line = new BenchLine("drift", name, 0, 3_000_000).value(seconds, "s");
        scipy.ifPresent(other -> line.baseline("SciPy " + other.version() + ", Evidently's formulas", other.seconds()));
        line.print();
    }

    private static Optional<ScipyDrift> scipy(Engine engine) throws IOException {
        Path csv = Files.createTempFile("tidewatch-bench-", ".csv");
        try {
            Files.delete(csv);
            FlightsTable.export(engine, csv);
            return ScipyDrift.run(csv);
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private static Path defaultFile() {
        Map<String, String> environment = System.getenv();
        String home = environment.getOrDefault("HOME", "");
        String cache = environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache");
        String parts = environment.getOrDefault("TIDEWATCH_PARTS", cache + "/tidewatch");
        try (var folders = Files.newDirectoryStream(Path.of(parts), "vega-datasets-*")) {
            for (Path folder : folders) {
                return folder.resolve("data/flights-3m.parquet");
            }
        } catch (IOException e) {
            throw new AnalyzeException("There are no parts in " + parts + ": give the file with --data.", e);
        }
        throw new AnalyzeException("There is no flights-3m.parquet in " + parts + ": give the file with --data.");
    }
}
