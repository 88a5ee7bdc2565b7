package io.tidewatch.profile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        upload("/baselines/previews/files?columns={columns}", CSV, "miles,from\n5,ATL\n", "{\"miles\":\"distance\"}")
                .statusCode(200)
                .body("columns.find { it.name == 'miles' }.target", equalTo("distance"))
                .body("columns.find { it.name == 'miles' }.present", equalTo(1))
                .body("columns.find { it.name == 'from' }.target", equalTo(""));
        upload("/baselines/previews/files?columns={columns}", CSV, "miles\n5\n", "{\"miles\":\"speed\"}")
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
                .body("rows", equalTo(0))
                .body("problems[0].code", equalTo("invalid-header"));
        upload("/baselines/previews/files", CSV, "distance,origin\n1,\"ATL\n2,JFK\n")
                .body("problems[0].code", equalTo("malformed-row"));
        upload("/baselines/files", CSV, "").statusCode(422);
        upload("/baselines/files", CSV, "distance\n").statusCode(422);
    }

    private ValidatableResponse upload(String path, String type, String content, Object... parameters) {
        return model.request()
                .contentType(type)
                .body(content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(path, parameters)
                .then();
    }
}
