package io.tidewatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ModelVersionResourceTest {

    private TestModel model;

    @BeforeEach
    void register() {
        model = TestModel.create(TestOrganization.create(), "binary");
    }

    @Test
    void aVersionIsReadBackAsItWasDeclared() {
        Map<String, Object> body = Map.of(
                "version", "2026.1-rc+1",
                "description", "first",
                "schema",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of(
                                                "name",
                                                "distance",
                                                "type",
                                                "float64",
                                                "required",
                                                true,
                                                "min",
                                                0,
                                                "max",
                                                5000,
                                                "unit",
                                                "km"),
                                        Map.of(
                                                "name",
                                                "origin",
                                                "type",
                                                "category",
                                                "categories",
                                                List.of("ATL", "JFK")),
                                        Map.of("name", "vector", "type", "embedding", "dimension", 8))),
                "output", Map.of("classes", List.of("on_time", "late"), "positiveClass", "late", "threshold", 0.3),
                "parameters", Map.of("depth", 5),
                "metrics", Map.of("auc", 0.71),
                "trainedOn", Map.of("from", "2026-01-01T00:00:00Z", "to", "2026-02-01T00:00:00Z"));
        model.request().body(body).post("/versions").then().statusCode(201).header("Location", notNullValue());
        model.request()
                .get("/versions/2026.1-rc+1")
                .then()
                .statusCode(200)
                .body("schema.features.name", contains("distance", "origin", "vector"))
                .body("schema.features[0].required", is(true))
                .body("schema.features[0].unit", equalTo("km"))
                .body("schema.features[1].categories", contains("ATL", "JFK"))
                .body("schema.features[2].dimension", equalTo(8))
                .body("output.positiveClass", equalTo("late"))
                .body("output.threshold", equalTo(0.3f))
                .body("parameters.depth", equalTo(5))
                .body("metrics.auc", equalTo(0.71f))
                .body("trainedOn.from", equalTo("2026-01-01T00:00:00Z"));
        model.request().body(body).post("/versions").then().statusCode(409).body("code", equalTo("already-exists"));
    }

    @Test
    void badVersionsNameTheirFields() {
        model.request()
                .body(
                        "{\"version\":\"a b\",\"schema\":{\"features\":[{\"name\":\"\",\"type\":\"float64\"},{\"name\":\"x\"}]}}")
                .post("/versions")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("version"))
                .body("violations.field", hasItem("schema.features[0].name"))
                .body("violations.field", hasItem("schema.features[1].type"));
        model.request()
                .body("{\"version\":\"1\",\"schema\":{\"features\":[{\"name\":\"x\",\"type\":\"money\"}]}}")
                .post("/versions")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("schema.features[0].type"));
        model.request()
                .body("{\"version\":\"1\",\"schema\":{\"features\":[]},\"output\":{\"classes\":[\"a\"]}}")
                .post("/versions")
                .then()
                .statusCode(422)
                .body("violations.field", contains("output.classes"));
        model.request()
                .body("{\"version\":\"1\"}")
                .post("/versions")
                .then()
                .statusCode(422)
                .body("violations.field", contains("schema"));
    }

    @Test
    void versionsAreListedNewestFirstAndUnknownOnesAreNot() {
        IntStream.rangeClosed(1, 3).forEach(i -> model.version(Integer.toString(i), Map.of(), "a", "float64"));
        String cursor = model.request()
                .queryParam("limit", 2)
                .get("/versions")
                .then()
                .body("items.version", contains("3", "2"))
                .extract()
                .path("nextCursor");
        model.request().queryParam("cursor", cursor).get("/versions").then().body("items.version", contains("1"));
        model.request().get("/versions/4").then().statusCode(404).body("code", equalTo("version-not-found"));
    }

    @Test
    void versionsRegisteredAtTheSameTimeShareNoPlace() {
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> model.request()
                        .body(Map.of(
                                "version",
                                "v" + i,
                                "schema",
                                Map.of("features", List.of(Map.of("name", "own-" + i, "type", "float64")))))
                        .post("/versions")
                        .statusCode())
                .toList();
        assertThat(statuses).containsOnly(201);
        model.request().queryParam("limit", 100).get("/versions").then().body("items", hasSize(8));
    }
}
