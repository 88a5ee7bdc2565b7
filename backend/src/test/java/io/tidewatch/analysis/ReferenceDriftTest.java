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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real flights, sent as predictions, give the values of Evidently's methods through REST: the whole way from JSON through
 * ClickHouse to the kernel and back.
 */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ReferenceDriftTest {

    private static final List<String> NUMBERS = List.of("hour", "distance", "delay");
    private static final List<String> CATEGORIES = List.of("dow", "origin", "delayed");
    private static final Map<String, String> METHODS = Map.of("psi", "psi", "ks", "ks", "chisquare", "chi_square");

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(20));

    @ParameterizedTest
    @ValueSource(strings = {"flights-january-june", "flights-no-drift", "flights-small"})
    void psiKsAndChiSquareEqualEvidentlys(String driftCase) throws IOException {
        TestModel model = TestModel.create(TestOrganization.create(), "regression")
                .version(
                        "1",
                        Map.of(),
                        "hour",
                        "int64",
                        "distance",
                        "float64",
                        "delay",
                        "float32",
                        "dow",
                        "category",
                        "origin",
                        "category",
                        "delayed",
                        "category");
        int referenceRows = send(model, "drift/" + driftCase + "/reference.csv", start);
        int currentRows = send(model, "drift/" + driftCase + "/current.csv", start.plus(Duration.ofDays(2)));
        model.request()
                .body(Map.of("from", day(0), "to", day(1)))
                .post("/baselines")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("predictionCount", equalTo(referenceRows));

        String answer = model.read("/drift", day(2), day(3))
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("n", equalTo(currentRows))
                .extract()
                .asString();

        JsonNode drift = new ObjectMapper().readTree(answer);
        JsonNode expected = ReferenceData.json("drift/" + driftCase + "/expected.json");
        int compared = 0;
        for (JsonNode feature : drift.path("features")) {
            JsonNode methods =
                    expected.path("columns").path(feature.path("name").asText()).path("methods");
            for (Map.Entry<String, String> method : METHODS.entrySet()) {
                if (methods.path(method.getKey()).has("score")) {
                    compare(feature, method.getValue(), methods.path(method.getKey()));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(3 * 2 + 3 * 2);
    }

    private static void compare(JsonNode feature, String method, JsonNode expected) {
        JsonNode actual = feature.path("methods").path(method);
        String what = feature.path("name").asText() + " " + method;
        double score = expected.path("score").asDouble();
        double tolerance = method.equals("psi") ? 1e-9 * Math.max(1, Math.abs(score)) : 1e-6;
        assertThat(actual.path("score").asDouble()).as(what).isCloseTo(score, within(tolerance));
        assertThat(actual.path("drifted").asBoolean())
                .as(what)
                .isEqualTo(expected.path("drifted").asBoolean());
        assertThat(actual.path("threshold").asDouble())
                .as(what)
                .isEqualTo(expected.path("threshold").asDouble());
    }

    private String day(int day) {
        return start.plus(Duration.ofDays(day)).toString();
    }

    private static int send(TestModel model, String file, Instant from) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        NUMBERS.forEach(name -> columns.put(name, ReferenceData.column(file, name)));
        CATEGORIES.forEach(name -> columns.put(name, ReferenceData.column(file, name)));
        int rows = columns.get("hour").size();
        List<Map<String, Object>> predictions = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<String, Object> features = new LinkedHashMap<>();
            for (String name : NUMBERS) {
                features.put(name, Double.valueOf(columns.get(name).get(row)));
            }
            for (String name : CATEGORIES) {
                features.put(name, columns.get(name).get(row));
            }
            predictions.add(Map.of(
                    "version",
                    "1",
                    "occurredAt",
                    from.plusSeconds(40L * row).toString(),
                    "features",
                    features,
                    "prediction",
                    Map.of("value", row % 7)));
        }
        model.send(predictions).log().ifValidationFails().statusCode(202).body("accepted", equalTo(rows));
        return rows;
    }
}
