package io.tidewatch.ingestion;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first events of a model without versions make its schema; nothing of them is lost, whatever is corrected later. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class InferredSchemaTest {

    private static final Instant START =
            Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    private TestOrganization organization;
    private TestModel model;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
        model = TestModel.create(organization, "binary");
    }

    @Test
    void theFirstEventRegistersItsVersionAndIsKept() {
        model.request().body("""
                        {"version":"1","predictionId":"first","features":{"distance":733,"origin":"ATL","night":true,
                         "scheduled":"2026-03-01T12:00:00Z","vector":[0.5,1],"empty":null},
                         "prediction":{"score":0.81,"class":"late"}}""").post("/predictions").then().statusCode(202).body("accepted", equalTo(1));
        model.request()
                .get("/versions/1")
                .then()
                .statusCode(200)
                .body("schemaState", equalTo("inferred"))
                .body("schema.features.name", contains("distance", "origin", "night", "scheduled", "vector"))
                .body("schema.features.type", contains("float64", "category", "boolean", "timestamp", "embedding"))
                .body("schema.features[4].dimension", equalTo(2))
                .body("output.positiveClass", equalTo("late"));
        model.request()
                .get("/predictions/first")
                .then()
                .statusCode(200)
                .body("features.distance", equalTo(733f))
                .body("features.origin", equalTo("ATL"))
                .body("features.vector", hasSize(2));
    }

    @Test
    void theSchemaGrowsUntilItIsConfirmedAndEarlierEventsStayReadable() {
        // Given whole numbers only, enough to be taken for such
        model.send(IntStream.range(0, 20).mapToObj(i -> event("w" + i, i)).toList())
                .statusCode(202);
        type("int64");
        // When a fraction and a new feature come
        send("{\"version\":\"1\",\"predictionId\":\"f\",\"features\":{\"x\":0.5,\"late\":\"no\"},\"prediction\":{\"score\":0.1}}")
                .post("/predictions")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));
        // Then both are kept, each as it was sent
        type("float64");
        model.request()
                .get("/predictions/f")
                .then()
                .body("features.x", equalTo(0.5f))
                .body("features.late", equalTo("no"));
        model.request().get("/predictions/w7").then().body("features.x", equalTo(7));
        model.request().get("/versions/1").then().body("earlierSchemas", hasSize(1));
        // And what can't be counted as a number says so
        send("{\"version\":\"1\",\"features\":{\"x\":\"many\"},\"prediction\":{\"score\":0.1}}")
                .post("/predictions")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("features.x"));
    }

    @Test
    void aConfirmedSchemaNoLongerGrows() {
        send("{\"version\":\"1\",\"features\":{\"x\":1,\"note\":\"a\"},\"prediction\":{\"score\":0.1}}")
                .post("/predictions")
                .then()
                .statusCode(202);
        organization
                .withKey("red")
                .body(Map.of(
                        "features",
                        List.of(Map.of("name", "x", "type", "float64", "required", true, "min", 0, "unit", "km")),
                        "output",
                        Map.of("classes", List.of("no", "yes"), "positiveClass", "yes")))
                .put("/models/" + model.key() + "/versions/1/schema")
                .then()
                .statusCode(200)
                .body("schemaState", equalTo("confirmed"))
                .body("schema.features.name", contains("x"))
                .body("schema.features[0].unit", equalTo("km"))
                .body("earlierSchemas[0].features.name", contains("x", "note"));
        send("{\"version\":\"1\",\"features\":{\"y\":1},\"prediction\":{\"score\":0.1}}")
                .post("/predictions")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("features.x"));
        send("{\"version\":\"2\",\"features\":{\"x\":1},\"prediction\":{\"score\":0.1}}")
                .post("/predictions")
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("unknown-version"));
        model.request()
                .body(Map.of("features", List.of()))
                .put("/versions/1/schema")
                .then()
                .statusCode(409)
                .body("code", equalTo("schema-settled"));
    }

    @Test
    void aCorrectedTypeComparesTheEventsThatHaveIt() {
        // Given events whose code was sent as a number
        model.send(IntStream.range(0, 30).mapToObj(i -> event("n" + i, i % 3)).toList())
                .statusCode(202);
        // When it is corrected to a category, and more events come
        model.request()
                .body(Map.of("features", List.of(Map.of("name", "x", "type", "category"))))
                .put("/versions/1/schema")
                .then()
                .statusCode(200);
        model.send(IntStream.range(0, 12).mapToObj(i -> event("c" + i, i % 2)).toList())
                .statusCode(202);
        // Then the baseline counts the later ones, and the earlier ones are not missing
        model.request()
                .body(Map.of(
                        "from",
                        START.toString(),
                        "to",
                        START.plus(1, ChronoUnit.HOURS).toString()))
                .post("/baselines")
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("predictionCount", equalTo(42))
                .body("features.find { it.name == 'x' }.type", equalTo("category"))
                .body("features.find { it.name == 'x' }.n", equalTo(12))
                .body("features.find { it.name == 'x' }.missing", equalTo(0))
                .body("features.find { it.name == 'x' }.distinct", equalTo(2));
        model.request().get("/predictions/n2").then().body("features.x", equalTo(2));
        model.request().get("/predictions/c1").then().body("features.x", equalTo("1"));
    }

    @Test
    void aBadFirstEventRegistersNothing() {
        send("{\"version\":\"1\",\"features\":{\"x\":1}}")
                .post("/predictions")
                .then()
                .statusCode(422);
        send("{\"version\":\"1\",\"features\":{\"x\":1}")
                .post("/predictions")
                .then()
                .statusCode(400);
        model.request().get("/versions").then().body("items", hasSize(0));
    }

    private void type(String expected) {
        model.request().get("/versions/1").then().body("schema.features[0].type", equalTo(expected));
    }

    private RequestSpecification send(String body) {
        return model.request().body(body);
    }

    private static Map<String, Object> event(String id, int x) {
        return Map.of(
                "predictionId", id,
                "version", "1",
                "occurredAt", START.plusSeconds(id.hashCode() & 1023).toString(),
                "features", Map.of("x", x),
                "prediction", Map.of("score", 0.1));
    }
}
