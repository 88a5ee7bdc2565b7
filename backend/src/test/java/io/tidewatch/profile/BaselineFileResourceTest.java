package io.tidewatch.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class BaselineFileResourceTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private TestModel model;

    @BeforeEach
    void register() {
        model = TestModel.create(TestOrganization.create(), "binary")
                .version(
                        "1",
                        Map.of("classes", List.of("no", "yes"), "positiveClass", "yes"),
                        "distance",
                        "float64",
                        "origin",
                        "category",
                        "night",
                        "boolean",
                        "note",
                        "text");
    }

    @Test
    void csvIsPinnedWithItsValues() {
        upload("/baselines/files?fileName=train.csv", CSV, """
                        Distance;ORIGIN;night;note;score;occurredAt;extra
                        1.5;ATL;true;"a; ""b""
                        c";0.2;2026-01-01T00:00:00Z;x
                        2.5;JFK;0;;0.8;2026-01-03T00:00:00Z;y
                        ;;;;NaN;2026-01-02T00:00:00+00:00;z
                        """)
                .statusCode(201)
                .body("name", equalTo("train.csv"))
                .body("predictionCount", equalTo(3))
                .body("from", equalTo("2026-01-01T00:00:00Z"))
                .body("features.find { it.name == 'distance' }.n", equalTo(2))
                .body("features.find { it.name == 'distance' }.missing", equalTo(1))
                .body("features.find { it.name == 'distance' }.mean", equalTo(2.0f))
                .body("features.find { it.name == 'origin' }.distinct", equalTo(2))
                .body("features.find { it.name == 'night' }.distinct", equalTo(2))
                .body("features.find { it.name == 'note' }.n", equalTo(1))
                .body("features.find { it.name == 'prediction.score' }.mean", equalTo(0.5f))
                .body("features.find { it.name == 'prediction.class' }", nullValue());
        model.request()
                .get("/predictions?from=2026-01-01T00:00:00Z&to=2026-01-04T00:00:00Z")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void windowsAreComparedWithAFileAsWithPredictions() {
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> (i % 20) + "," + (i % 2 == 0 ? "ATL" : "JFK"))
                .collect(Collectors.joining("\n", "distance,origin\n", "\n"));
        upload("/baselines/files?name=Training", CSV, rows).statusCode(201).body("current", equalTo(true));
        Instant at = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        model.send(IntStream.range(0, 400)
                        .mapToObj(i -> Map.<String, Object>of(
                                "version", "1",
                                "occurredAt", at.plusSeconds(i).toString(),
                                "features", Map.of("distance", i % 20 + 40, "origin", i % 2 == 0 ? "ATL" : "JFK"),
                                "prediction", Map.of("score", 0.5)))
                        .toList())
                .statusCode(202);
        model.read("/drift", at.toString(), at.plusSeconds(400).toString())
                .statusCode(200)
                .body("features.find { it.name == 'distance' }.status", equalTo("critical"))
                .body("features.find { it.name == 'distance' }.referenceCount", equalTo(400))
                .body("features.find { it.name == 'origin' }.status", equalTo("ok"))
                .body("features.find { it.name == 'origin' }.methods.psi.score", equalTo(0.0f));
    }

    @Test
    void rowsOfAFileAndTheSameRowsOfAWindowGiveTheSameDrift() {
        SplittableRandom random = new SplittableRandom(11);
        Instant at = Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        List<Map<String, Object>> reference = rows(random, at, 10);
        Instant later = at.plus(1, ChronoUnit.HOURS);
        model.send(reference).statusCode(202);
        model.send(rows(random, later, 12)).statusCode(202);

        model.request()
                .body(Map.of("name", "Window", "from", at.toString(), "to", later.toString()))
                .post("/baselines")
                .then()
                .statusCode(201)
                .body("predictionCount", equalTo(500));
        Map<String, Object> ofWindow = drift(later);
        upload("/baselines/files?from=" + at + "&to=" + later, CSV, csv(reference))
                .statusCode(201);
        Map<String, Object> ofCsv = drift(later);
        upload("/baselines/files?from=" + at + "&to=" + later, NDJSON, ndjson(reference))
                .statusCode(201);
        Map<String, Object> ofNdjson = drift(later);

        assertThat(ofWindow).hasSize(6);
        assertThat(ofCsv).isEqualTo(ofWindow);
        assertThat(ofNdjson).isEqualTo(ofWindow);
    }

    /** Variables by name, with every number and verdict about them. */
    private Map<String, Object> drift(Instant from) {
        List<Map<String, Object>> features = model.read(
                        "/drift", from.toString(), from.plusSeconds(500).toString())
                .statusCode(200)
                .extract()
                .path("features");
        return features.stream().collect(Collectors.toMap(each -> (String) each.get("name"), each -> each));
    }

    private static List<Map<String, Object>> rows(SplittableRandom random, Instant at, double mean) {
        return IntStream.range(0, 500)
                .mapToObj(i -> {
                    Map<String, Object> features = new LinkedHashMap<>();
                    if (i % 7 != 0) {
                        features.put("distance", mean + random.nextGaussian());
                    }
                    features.put("origin", List.of("ATL", "JFK", "a \"b\", c").get(random.nextInt(3)));
                    features.put("night", random.nextInt(4) == 0);
                    if (i % 5 != 0) {
                        features.put("note", "text " + i);
                    }
                    double score = random.nextDouble();
                    return Map.<String, Object>of(
                            "version",
                            "1",
                            "occurredAt",
                            at.plusSeconds(i).toString(),
                            "features",
                            features,
                            "prediction",
                            Map.of("score", score, "class", score > 0.5 ? "yes" : "no"));
                })
                .toList();
    }

    private static String csv(List<Map<String, Object>> rows) {
        List<String> names = List.of("distance", "origin", "night", "note");
        return rows.stream()
                .map(row -> {
                    Map<?, ?> features = (Map<?, ?>) row.get("features");
                    Map<?, ?> prediction = (Map<?, ?>) row.get("prediction");
                    return Stream.concat(
                                    names.stream().map(features::get),
                                    Stream.of(prediction.get("score"), prediction.get("class")))
                            .map(cell ->
                                    cell == null ? "" : '"' + cell.toString().replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(","));
                })
                .collect(Collectors.joining("\r\n", "\uFEFFdistance,origin,night,note,score,class\r\n", "\r\n"));
    }

    private static String ndjson(List<Map<String, Object>> rows) {
        ObjectMapper json = new ObjectMapper();
        return rows.stream()
                .map(row -> {
                    try {
                        return json.writeValueAsString(row);
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }

    @Test
    void ndjsonMayHoldWholePredictions() {
        upload("/baselines/previews/files", NDJSON, """
                        {"features":{"distance":1,"origin":"ATL"},"prediction":{"score":0.2,"class":"no"}}

                        {"distance":"2","origin":7,"night":false}
                        not json
                        {"distance":[1]}
                        """)
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("badRows", equalTo(2))
                .body("problems.row", contains(4, 5))
                .body("problems.code", contains("malformed-json", "wrong-type"))
                .body("columns.find { it.name == 'prediction.score' }.target", equalTo("prediction.score"))
                .body("columns.find { it.name == 'prediction.score' }.missing", equalTo(1))
                .body("columns.find { it.name == 'night' }.missing", equalTo(1));
    }

    @Test
    void badRowsAreNamedAndLeftOutOnlyOnRequest() {
        String file = "distance,origin\n1,ATL\nfar,ATL\n2\n3,JFK\n";
        upload("/baselines/previews/files", CSV, file)
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("problems[0].row", equalTo(3))
                .body("problems[0].column", equalTo("distance"))
                .body("problems[0].code", equalTo("wrong-type"))
                .body("problems[1].row", equalTo(4))
                .body("problems[1].code", equalTo("wrong-columns"))
                .body("preview", hasSize(3))
                .body("preview[1].distance", equalTo("far"));
        upload("/baselines/files", CSV, file)
                .statusCode(422)
                .body("badRows", equalTo(2))
                .body("violations.field", hasItem("row 3, column distance"));
        upload("/baselines/files?badRows=skip", CSV, file).statusCode(201).body("predictionCount", equalTo(2));
    }

    @Test
    void columnsAreMappedWhereTheirNamesDoNotSay() {
        upload("/baselines/previews/files", CSV, "miles,from\n5,ATL\n", mapping("{\"miles\":\"distance\"}"))
                .statusCode(200)
                .body("columns.find { it.name == 'miles' }.target", equalTo("distance"))
                .body("columns.find { it.name == 'miles' }.present", equalTo(1))
                .body("columns.find { it.name == 'from' }.target", equalTo(""));
        upload("/baselines/previews/files", CSV, "miles\n5\n", mapping("{\"miles\":\"speed\"}"))
                .statusCode(422)
                .body("violations[0].field", equalTo("columns"));
        upload("/baselines/previews/files", CSV, "a,b\n5,6\n", mapping("{\"a\":\"distance\",\"b\":\"distance\"}"))
                .statusCode(422)
                .body("violations[0].message", equalTo("'distance' is held by two columns"));
        upload("/baselines/previews/files", CSV, "distance,b\n5,6\n", mapping("{\"b\":\"distance\"}"))
                .statusCode(200)
                .body("columns.target", contains("", "distance"))
                .body("absentFeatures", contains("origin", "night", "note"));
        upload("/baselines/previews/files", CSV, "distance\n5\n", mapping("[1]"))
                .statusCode(422)
                .body("violations[0].field", equalTo("columns"));
        upload("/baselines/files", CSV, "miles\n5\n").statusCode(422).body("violations[0].field", equalTo("columns"));
        upload("/baselines/files?badRows=perhaps", CSV, "distance\n5\n")
                .statusCode(422)
                .body("violations[0].field", equalTo("badRows"));
    }

    @Test
    void whatIsNoFileOfRowsIsRefusedAndSaysWhere() {
        upload("/baselines/previews/files", CSV, "a,a\n1,2\n")
                .statusCode(200)
                .body("rows", equalTo(0))
                .body("complete", equalTo(false))
                .body("problems[0].code", equalTo("invalid-header"));
        upload("/baselines/previews/files", CSV, "").body("problems[0].code", equalTo("empty-file"));
        upload("/baselines/files", CSV, "").statusCode(422).body("violations[0].code", equalTo("empty-file"));
        upload("/baselines/files", CSV, "distance\n").statusCode(422);
        upload("/baselines/files", "application/json", "{}")
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        upload("/baselines/files?version=9", CSV, "distance\n1\n")
                .statusCode(404)
                .body("code", equalTo("version-not-found"));
        upload("/baselines/files?from=2026-01-01T00:00:00Z", CSV, "distance\n1\n")
                .statusCode(422)
                .body("violations[0].field", equalTo("to"));
        upload("/baselines/files?from=-9999-01-01T00:00:00Z&to=2026-01-01T00:00:00Z", CSV, "distance\n1\n")
                .statusCode(422)
                .body("violations[0].field", equalTo("from"));
    }

    @Test
    void aFileThatBreaksOffIsNotPinnedEvenIfBadRowsMayBeLeftOut() {
        String file = "distance,origin\n1,ATL\n2,\"ATL\n3,JFK\n";
        upload("/baselines/previews/files", CSV, file)
                .body("rows", equalTo(1))
                .body("complete", equalTo(false))
                .body("problems[0].row", equalTo(3))
                .body("problems[0].code", equalTo("malformed-row"));
        upload("/baselines/files?badRows=skip", CSV, file)
                .statusCode(422)
                .body("violations[0].field", equalTo("row 3"));
    }

    @Test
    void onlyFilesMayBeLargerThanOtherBodies() {
        String large = "distance,note\n" + ("1.5," + "n".repeat(1_000) + "\n").repeat(20_000);
        upload("/baselines/previews/files", CSV, large).statusCode(200).body("rows", equalTo(20_000));
        upload("/baselines", "application/json", large).statusCode(413);
        upload("/baselines/files/files", CSV, large).statusCode(413);
    }

    private static Map<String, ?> mapping(String columns) {
        return Map.of("columns", columns);
    }

    private ValidatableResponse upload(String path, String type, String content) {
        return upload(path, type, content, Map.of());
    }

    private ValidatableResponse upload(String path, String type, String content, Map<String, ?> parameters) {
        return model.request()
                .contentType(type)
                .queryParams(parameters)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }
}
