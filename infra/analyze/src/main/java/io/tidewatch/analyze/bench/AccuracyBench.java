package io.tidewatch.analyze.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Largest error of every drift method against expected values made by independent tools. */
@Command(
        name = "accuracy",
        description = "Largest error of every drift method on a folder of cases with expected values.",
        mixinStandardHelpOptions = true)
final class AccuracyBench implements Callable<Integer> {

    private static final String TEST_CASES = "backend/src/test/resources/golden/analysis/reference/drift";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--cases",
            paramLabel = "FOLDER",
            description = "Folders with reference.csv, current.csv and expected.json (default: those of the tests).")
    Path cases = Path.of(System.getProperty("tidewatch.root", "")).resolve(TEST_CASES);

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
        if (worst.isEmpty()) {
            throw new AnalyzeException("There are no folders with an expected.json in " + cases + ".");
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

    private void check(Engine engine, Path folder) throws IOException {
        JsonNode expected =
                JSON.readTree(Files.readString(folder.resolve("expected.json"))).path("columns");
        Map<String, ColumnType> types = new TreeMap<>();
        expected.properties()
                .forEach(column -> types.put(
                        column.getKey(),
                        column.getValue().path("type").asText().equals("numerical")
                                ? ColumnType.NUMBER
                                : ColumnType.CATEGORY));
        Dataset data = Dataset.load(
                engine,
                SourceFile.of(folder.resolve("reference.csv")),
                SourceFile.of(folder.resolve("current.csv")),
                types,
                types::containsKey,
                Long.MAX_VALUE);
        Map<Column, ValueTable> tables = data.tables(data.columns());
        for (Map.Entry<String, JsonNode> column : expected.properties()) {
            ValueTable table = tables.get(data.column(column.getKey()));
            if (table == null) {
                throw new AnalyzeException(folder + " has no values of column \"" + column.getKey() + "\".");
            }
            column.getValue().path("methods").properties().forEach(method -> {
                JsonNode score = method.getValue().path("score");
                if (score.isNumber()) {
                    compare(method.getKey(), table, score.asDouble());
                }
            });
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
