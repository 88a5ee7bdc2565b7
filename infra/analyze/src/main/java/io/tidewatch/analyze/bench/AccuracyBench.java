package io.tidewatch.analyze.bench;

import io.tidewatch.analysis.stats.ValueTable;
import io.tidewatch.analysis.stats.method.DriftMethod;
import io.tidewatch.analysis.stats.method.MethodResult;
import io.tidewatch.analyze.data.AnalyzeException;
import io.tidewatch.analyze.data.Column;
import io.tidewatch.analyze.data.ColumnType;
import io.tidewatch.analyze.data.Dataset;
import io.tidewatch.analyze.data.Engine;
import io.tidewatch.analyze.data.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Largest error of every drift method against expected values made by independent tools. */
@Command(
        name = "accuracy",
        description = "Largest error of every drift method on a folder of cases with expected values.",
        mixinStandardHelpOptions = true)
final class AccuracyBench implements Callable<Integer> {

    private static final Pattern COLUMN = Pattern.compile("^  \"(.+)\": \\{$");
    private static final Pattern TYPE = Pattern.compile("^   \"type\": \"(.+)\",$");
    private static final Pattern METHOD = Pattern.compile("^    \"(.+)\": \\{$");
    private static final Pattern SCORE = Pattern.compile("^     \"score\": ([-+0-9.eE]+),$");

    @Option(
            names = "--cases",
            paramLabel = "FOLDER",
            description = "Folders with reference.csv, current.csv and expected.json (default: ${DEFAULT-VALUE}).",
            defaultValue = "backend/src/test/resources/golden/analysis/reference/drift")
    Path cases = Path.of("");

    private final Map<String, double[]> worst = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        try (Stream<Path> folders = Files.list(cases);
                Engine engine = Engine.start()) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("expected.json"))) {
                    check(engine, folder);
                }
            }
        }
        worst.forEach((method, error) -> {
            boolean permutation = method.equals("tvd") || method.equals("mmd");
            String unit = permutation ? "largest difference of Monte Carlo p-values" : "largest error";
            new BenchLine("accuracy", method, 0, (long) error[1])
                    .value(error[0], unit)
                    .with("of", error[2] == 1 ? "p-value, absolute" : "statistic, relative")
                    .print();
        });
        return 0;
    }

    /** The expected file has a fixed layout, one value a line; a JSON library for it would be the only use of one. */
    private void check(Engine engine, Path folder) throws IOException {
        Map<String, ColumnType> types = new TreeMap<>();
        String column = "";
        for (String line : Files.readAllLines(folder.resolve("expected.json"))) {
            Matcher name = COLUMN.matcher(line);
            Matcher type = TYPE.matcher(line);
            if (name.matches()) {
                column = name.group(1);
            } else if (type.matches()) {
                types.put(column, type.group(1).equals("numerical") ? ColumnType.NUMBER : ColumnType.CATEGORY);
            }
        }
        Dataset data = Dataset.load(
                engine,
                SourceFile.of(folder.resolve("reference.csv")),
                SourceFile.of(folder.resolve("current.csv")),
                types,
                types::containsKey,
                Long.MAX_VALUE);
        Map<Column, ValueTable> tables = data.tables(data.columns());
        String method = "";
        for (String line : Files.readAllLines(folder.resolve("expected.json"))) {
            Matcher name = COLUMN.matcher(line);
            Matcher methodName = METHOD.matcher(line);
            Matcher score = SCORE.matcher(line);
            if (name.matches()) {
                column = name.group(1);
            } else if (methodName.matches()) {
                method = methodName.group(1);
            } else if (score.matches()) {
                ValueTable table = tables.get(data.column(column));
                if (table != null) {
                    compare(method, table, Double.parseDouble(score.group(1)));
                }
            }
        }
    }

    private void compare(String name, ValueTable table, double expected) {
        DriftMethod method =
                DriftMethod.named(name).orElseThrow(() -> new AnalyzeException("There is no method \"" + name + "\"."));
        MethodResult result = method.evaluate(table);
        double difference = Math.abs(result.score() - expected);
        boolean pValue = method.direction().isPValue();
        double error = pValue || expected == 0 ? difference : difference / Math.abs(expected);
        double[] entry = worst.computeIfAbsent(method.methodName(), key -> new double[3]);
        entry[0] = Math.max(entry[0], error);
        entry[1] = Math.max(entry[1], (double) table.referenceTotal() + table.currentTotal());
        entry[2] = pValue ? 1 : 0;
    }
}
