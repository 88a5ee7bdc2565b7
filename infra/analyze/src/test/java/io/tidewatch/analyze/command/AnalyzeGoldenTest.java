package io.tidewatch.analyze.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.analysis.stats.method.DriftMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way from a file to the report, against values of Evidently's formulas, scikit-learn and CBPE. */
class AnalyzeGoldenTest {

    @TempDir
    Path folder = Path.of("");

    private Cli cli = new Cli(folder);

    @BeforeEach
    void newCli() {
        cli = new Cli(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flights-january-june", "flights-no-drift", "flights-small"})
    void driftOfCsv(String name) {
        Path files = Cli.REFERENCE.resolve("drift").resolve(name);
        JsonNode report = cli.json(
                "drift",
                "--reference",
                files.resolve("reference.csv").toString(),
                "--current",
                files.resolve("current.csv").toString(),
                "--methods",
                "all");
        assertDrift(expected(files.resolve("expected.json")), report);
        assertThat(cli.page())
                .content()
                .contains("<svg")
                .doesNotContain("<script")
                .doesNotContain("http");
    }

    @Test
    void theOrderOfRowsAndColumnsAndTheFormatDoNotMatter() {
        Path files = Cli.REFERENCE.resolve("drift/flights-small");
        List<String> lines = lines(files.resolve("reference.csv"));
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(1));
        StringBuilder json = new StringBuilder();
        String[] names = lines.getFirst().split(",");
        for (String row : rows) {
            String[] values = row.split(",");
            List<String> fields = new ArrayList<>();
            for (int i = names.length - 1; i >= 0; i--) {
                String value = names[i].equals("origin") ? "\"" + values[i] + "\"" : values[i];
                fields.add("\"" + names[i] + "\":" + value);
            }
            json.append('{').append(String.join(",", fields)).append("}\n");
        }
        Path reference = cli.file("reference.ndjson", json.toString());
        JsonNode report = cli.json(
                "drift",
                "--reference",
                reference.toString(),
                "--current",
                files.resolve("current.csv").toString(),
                "--methods",
                "all");
        assertDrift(expected(files.resolve("expected.json")), report);
    }

    private static void assertDrift(JsonNode expected, JsonNode report) {
        expected.get("columns").properties().forEach(column -> {
            JsonNode actual = report.get("columns").get(column.getKey());
            boolean numeric = column.getValue().get("type").asText().equals("numerical");
            assertThat(actual.get("type").asText()).isEqualTo(numeric ? "number" : "category");
            column.getValue().get("methods").properties().forEach(method -> {
                DriftMethod kind = DriftMethod.named(method.getKey()).orElseThrow();
                if (kind == DriftMethod.TVD
                        || kind == DriftMethod.MMD
                        || method.getValue().has("error")) {
                    return;
                }
                double score = method.getValue().get("score").asDouble();
                double tolerance = kind.direction().isPValue() ? 1e-6 : 1e-9 * score;
                JsonNode result = actual.get("methods").get(kind.methodName());
                assertThat(result.get("score").asDouble())
                        .as("%s %s", column.getKey(), kind.methodName())
                        .isCloseTo(score, within(tolerance));
                assertThat(result.get("drifted").asBoolean())
                        .isEqualTo(method.getValue().get("drifted").asBoolean());
            });
        });
    }

    @Test
    void performanceOfAScoreBySegment() {
        Path files = Cli.REFERENCE.resolve("performance");
        JsonNode report = cli.json(
                "performance",
                "--data",
                files.resolve("binary.csv").toString(),
                "--truth",
                "delayed",
                "--score",
                "score",
                "--threshold",
                "0.3",
                "--segment",
                "origin");
        JsonNode expected = expected(files.resolve("binary.expected.json"));
        assertMetrics(expected.get("threshold_0.3"), report.get("metrics"));
        expected.get("segments_by_origin_threshold_0.3")
                .properties()
                .forEach(segment -> assertMetrics(
                        segment.getValue(),
                        report.get("segments").get(segment.getKey()).get("metrics")));
    }

    @Test
    void performanceOfClassesAndNumbers() {
        Path files = Cli.REFERENCE.resolve("performance");
        JsonNode classes = cli.json(
                "performance",
                "--data",
                files.resolve("multiclass.csv").toString(),
                "--truth",
                "truth",
                "--prediction",
                "prediction",
                "--labels",
                "early,on_time,late,very_late");
        JsonNode expected = expected(files.resolve("multiclass.expected.json"));
        assertMetrics(expected, classes.get("metrics"));
        assertThat(classes.get("metrics").get("confusion_matrix")).isEqualTo(expected.get("confusion_matrix"));
        JsonNode numbers = cli.json(
                "performance",
                "--data",
                files.resolve("regression.csv").toString(),
                "--truth",
                "delay",
                "--prediction",
                "prediction");
        assertMetrics(expected(files.resolve("regression.expected.json")), numbers.get("metrics"));
    }

    @Test
    void estimates() {
        Path files = Cli.REFERENCE.resolve("performance");
        JsonNode report = cli.json(
                "estimate",
                "--reference",
                files.resolve("estimation.reference.csv").toString(),
                "--current",
                files.resolve("estimation.current.csv").toString(),
                "--score",
                "score",
                "--truth",
                "delayed",
                "--threshold",
                "0.2");
        assertMetrics(expected(files.resolve("estimation.expected.json")).get("threshold_0.2"), report.get("estimate"));
    }

    private static void assertMetrics(JsonNode expected, JsonNode actual) {
        expected.properties().forEach(metric -> {
            if (metric.getValue().isNumber()) {
                double value = metric.getValue().asDouble();
                assertThat(actual.get(metric.getKey()).asDouble())
                        .as(metric.getKey())
                        .isCloseTo(value, within(1e-9 * Math.abs(value)));
            }
        });
    }

    private static JsonNode expected(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
