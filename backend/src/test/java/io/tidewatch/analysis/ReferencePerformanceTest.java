package io.tidewatch.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.analysis.stats.ReferenceData;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real predictions and truths, sent as events, give scikit-learn's metrics through REST. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ReferencePerformanceTest {

    private static final String BINARY = "performance/binary.csv";
    private static final String MULTICLASS = "performance/multiclass.csv";
    private static final String REGRESSION = "performance/regression.csv";

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(9));
    private TestOrganization organization;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
    }

    @Test
    void binaryMetricsAtTwoThresholdsEqualScikitLearns() throws IOException {
        List<String> scores = ReferenceData.column(BINARY, "score");
        List<String> truths = ReferenceData.column(BINARY, "delayed");
        for (double threshold : List.of(0.5, 0.3)) {
            TestModel model =
                    TestModel.create(organization, "binary").version("1", Map.of("threshold", threshold), List.of());
            send(
                    model,
                    scores.stream()
                            .map(score -> (Object) Map.of("score", Double.valueOf(score)))
                            .toList());
            sendTruth(
                    model,
                    truths.stream()
                            .map(truth -> Map.<String, Object>of("class", truth))
                            .toList());

            JsonNode overall = overall(model, scores.size());

            JsonNode expected =
                    ReferenceData.json("performance/binary.expected.json").path("threshold_" + threshold);
            compare(
                    overall,
                    expected,
                    Map.ofEntries(
                            Map.entry("accuracy", "accuracy"),
                            Map.entry("precision", "precision"),
                            Map.entry("recall", "recall"),
                            Map.entry("f1", "f1"),
                            Map.entry("specificity", "specificity"),
                            Map.entry("false_positive_rate", "false_positive_rate"),
                            Map.entry("balanced_accuracy", "balanced_accuracy"),
                            Map.entry("mcc", "mcc"),
                            Map.entry("cohen_kappa", "cohen_kappa"),
                            Map.entry("roc_auc", "roc_auc"),
                            Map.entry("log_loss", "log_loss"),
                            Map.entry("brier", "brier"),
                            Map.entry("tp", "tp"),
                            Map.entry("fp", "fp"),
                            Map.entry("tn", "tn"),
                            Map.entry("fn", "fn")));
        }
    }

    @Test
    void multiclassMetricsEqualScikitLearns() throws IOException {
        TestModel model = TestModel.create(organization, "multiclass").version("1", Map.of(), List.of());
        List<String> predicted = ReferenceData.column(MULTICLASS, "prediction");
        send(
                model,
                predicted.stream().map(name -> (Object) Map.of("class", name)).toList());
        sendTruth(
                model,
                ReferenceData.column(MULTICLASS, "truth").stream()
                        .map(name -> Map.<String, Object>of("class", name))
                        .toList());

        compare(
                overall(model, predicted.size()),
                ReferenceData.json("performance/multiclass.expected.json"),
                Map.of(
                        "accuracy", "accuracy",
                        "balanced_accuracy", "balanced_accuracy",
                        "macro_f1", "f1_macro",
                        "macro_precision", "precision_macro",
                        "macro_recall", "recall_macro",
                        "weighted_f1", "f1_weighted"));
    }

    @Test
    void regressionMetricsEqualScikitLearns() throws IOException {
        TestModel model = TestModel.create(organization, "regression").version("1", Map.of(), List.of());
        List<String> predicted = ReferenceData.column(REGRESSION, "prediction");
        send(
                model,
                predicted.stream()
                        .map(value -> (Object) Map.of("value", Double.valueOf(value)))
                        .toList());
        sendTruth(
                model,
                ReferenceData.column(REGRESSION, "delay").stream()
                        .map(value -> Map.<String, Object>of("value", Double.valueOf(value)))
                        .toList());

        compare(
                overall(model, predicted.size()),
                ReferenceData.json("performance/regression.expected.json"),
                Map.of(
                        "mae", "mae",
                        "mse", "mse",
                        "rmse", "rmse",
                        "r2", "r2",
                        "mean_error", "mean_error",
                        "max_error", "max_error",
                        "explained_variance", "explained_variance"));
    }

    @Test
    void pointsAreByTimeAndVersionAndSayHowMuchTruthTheyHave() {
        TestModel model = TestModel.create(organization, "binary")
                .version("1", Map.of("classes", List.of("0", "1")), List.of())
                .version("2", Map.of("classes", List.of("0", "1")), List.of());
        List<Map<String, Object>> events = new ArrayList<>();
        List<Map<String, Object>> truths = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(Map.of(
                    "predictionId", "p" + i,
                    "version", i < 20 ? "1" : "2",
                    "occurredAt", start.plus(Duration.ofDays(i / 10)).toString(),
                    "features", Map.of(),
                    "prediction", Map.of("class", i < 20 ? "1" : "0")));
            if (i % 10 < 5) {
                truths.add(Map.of("predictionId", "p" + i, "class", i % 2 == 0 ? "1" : "0"));
            }
        }
        model.send(events).statusCode(202);
        model.sendTruth(truths).statusCode(202);

        model.read(
                        "/performance?interval=P1D",
                        start.toString(),
                        start.plus(Duration.ofDays(4)).toString())
                .statusCode(200)
                .body("positiveClass", equalTo("1"))
                .body("threshold", equalTo(0.5f))
                .body("points.size()", equalTo(8))
                .body("points[0].version", org.hamcrest.Matchers.nullValue())
                .body("points[1].version", equalTo("1"))
                .body("points[1].predictionCount", equalTo(10))
                .body("points[1].groundTruthCount", equalTo(5))
                .body("points[1].coverage", equalTo(0.5f))
                .body("points[1].metrics.accuracy", equalTo(0.6f))
                .body("points[1].metrics.recall", equalTo(1.0f))
                .body("overall.version", equalTo(java.util.Arrays.asList(null, "1", "2")))
                .body("overall[0].predictionCount", equalTo(40));
    }

    private void send(TestModel model, List<Object> outputs) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            events.add(Map.of(
                    "predictionId", "row-" + i,
                    "version", "1",
                    "occurredAt", start.plusSeconds(60L * i).toString(),
                    "features", Map.of(),
                    "prediction", outputs.get(i)));
        }
        model.send(events).statusCode(202).body("accepted", equalTo(outputs.size()));
    }

    private static void sendTruth(TestModel model, List<Map<String, Object>> truths) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            Map<String, Object> event = new TreeMap<>(truths.get(i));
            event.put("predictionId", "row-" + i);
            events.add(event);
        }
        model.sendTruth(events).statusCode(202).body("accepted", equalTo(truths.size()));
    }

    private JsonNode overall(TestModel model, int rows) throws IOException {
        String answer = model.read(
                        "/performance",
                        start.toString(),
                        start.plus(Duration.ofDays(2)).toString())
                .statusCode(200)
                .body("overall[0].predictionCount", equalTo(rows))
                .body("overall[0].groundTruthCount", equalTo(rows))
                .extract()
                .asString();
        return new ObjectMapper().readTree(answer).path("overall").path(0).path("metrics");
    }

    private static void compare(JsonNode actual, JsonNode expected, Map<String, String> names) {
        names.forEach((ours, theirs) -> assertThat(actual.path(ours).asDouble(Double.NaN))
                .as(ours)
                .isCloseTo(
                        expected.path(theirs).asDouble(),
                        within(1e-9 * Math.max(1, Math.abs(expected.path(theirs).asDouble())))));
    }
}
