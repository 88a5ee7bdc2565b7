package io.tidewatch.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class RunResourceTest {

    private final TestOrganization organization = TestOrganization.create();
    private TestModel model;

    @BeforeEach
    void register() {
        model = TestModel.create(organization, "binary").version("1", Map.of(), "distance", "float64");
    }

    @Test
    void aRunIsReadBackAsItWasLogged() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> run = run(id);
        run.put("name", "depth 6");
        run.put("version", "1");
        run.put("parameters", Map.of("depth", "6", "learning rate", "0.1"));
        run.put("metrics", Map.of("roc_auc", 0.7121, "log_loss", 1e-300));
        run.put("series", Map.of("loss", List.of(Map.of("step", 1, "value", 0.5), Map.of("step", 2, "value", 0.25))));
        run.put("profile", profile());
        log(run).statusCode(201).header("Location", org.hamcrest.Matchers.endsWith("/runs/" + id));

        model.request()
                .get("/runs/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("kind", equalTo("training"))
                .body("status", equalTo("succeeded"))
                .body("name", equalTo("depth 6"))
                .body("versions", contains("1"))
                .body("parameters", equalTo(Map.of("depth", "6", "learning rate", "0.1")))
                .body("metrics.roc_auc", equalTo(0.7121f))
                .body("series.loss.step", contains(1, 2))
                .body("series.loss[1].value", equalTo(0.25f))
                .body("profile.rowCount", is(1000))
                .body("profile.columns[0].quantiles[1].value", equalTo(800.0f))
                .body("profile.columns[1].topCategories[0].value", equalTo("ATL"))
                .body("profile.columns[1].min", nullValue())
                .body("createdBy", equalTo("red"));
    }

    @Test
    void loggingTheSameAgainChangesNothingAndSomethingElseIsRefused() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> run = run(id);
        run.put("metrics", Map.of("zero", -0.0, "auc", 0.1 + 0.2));
        run.put("startedAt", "2026-01-01T00:00:00.123456789Z");
        log(run).statusCode(201);
        log(run).statusCode(201).body("id", equalTo(id));
        model.request().get("/runs").then().body("items", hasSize(1));

        run.put("metrics", Map.of("auc", 0.4));
        log(run).statusCode(409).body("code", equalTo("already-exists"));
    }

    @Test
    void theSameRunLoggedManyTimesAtOnceIsKeptOnceAndAuditedOnce() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> run = run(id);
        assertThat(IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(i -> model.request().body(run).post("/runs").statusCode())
                        .toList())
                .containsOnly(201);
        List<String> audited = organization
                .as(Person.ORGANIZATION_ADMIN)
                .queryParam("limit", 100)
                .get("/audit-entries")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.action == 'run.created' }.resourceId");
        assertThat(audited).containsExactly(model.key() + "/" + id);
    }

    @Test
    void aVersionNamesTheRunThatMadeIt() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> version = Map.of("version", "2", "schema", Map.of("features", List.of()), "run", id);
        model.request()
                .body(version)
                .post("/versions")
                .then()
                .statusCode(422)
                .body("violations.field", contains("run"));

        log(run(id)).statusCode(201).body("versions", empty());
        model.request().body(version).post("/versions").then().statusCode(201);

        model.request().get("/versions/2").then().body("run", equalTo(id));
        model.request().get("/versions/1").then().body("run", nullValue());
        model.request().get("/runs/" + id).then().body("versions", contains("2"));
        model.request().queryParam("version", "2").get("/runs").then().body("items.id", contains(id));
        model.request().queryParam("version", "1").get("/runs").then().body("items", empty());
    }

    @Test
    void aRunOfAnotherModelIsNotThisModels() {
        TestModel other = TestModel.create(organization, "binary");
        String id = UUID.randomUUID().toString();
        log(run(id)).statusCode(201);

        other.request().get("/runs/" + id).then().statusCode(404).body("code", equalTo("run-not-found"));
        other.request()
                .body(Map.of("version", "1", "schema", Map.of("features", List.of()), "run", id))
                .post("/versions")
                .then()
                .statusCode(422);
        other.request().body(run(id)).post("/runs").then().statusCode(409);
    }

    @Test
    void runsAreListedNewestFirstInPagesAndFiltered() {
        String first = logAt("2026-01-01T00:00:00Z", "training", "succeeded");
        String second = logAt("2026-01-02T00:00:00Z", "validation", "succeeded");
        String third = logAt("2026-01-03T00:00:00Z", "training", "failed");
        String cursor = model.request()
                .queryParam("limit", 2)
                .get("/runs")
                .then()
                .statusCode(200)
                .body("items.id", contains(third, second))
                .body("items[0].series", nullValue())
                .extract()
                .path("nextCursor");
        model.request()
                .queryParam("cursor", cursor)
                .get("/runs")
                .then()
                .body("items.id", contains(first))
                .body("nextCursor", nullValue());
        model.request().queryParam("kind", "training").get("/runs").then().body("items.id", contains(third, first));
        model.request().queryParam("status", "failed").get("/runs").then().body("items.id", contains(third));
        model.request()
                .queryParam("kind", "guess")
                .get("/runs")
                .then()
                .statusCode(422)
                .body("violations.field", contains("kind"));
        model.request().queryParam("cursor", "nonsense").get("/runs").then().statusCode(422);
    }

    @Test
    void runsOfOneInstantArePagedWithoutLossOrRepetition() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> logAt("2026-01-01T00:00:00.000000999Z", "training", "succeeded"))
                .toList();
        List<String> seen = new java.util.ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = model.request()
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/runs")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void badRunsNameTheirFields() {
        log(Map.of())
                .statusCode(422)
                .body("violations.field", hasItems("id", "kind", "status", "startedAt", "endedAt"));
        Map<String, Object> run = run(UUID.randomUUID().toString());
        run.put("version", "9");
        log(run).statusCode(422).body("violations.field", contains("version"));
        model.request()
                .body("{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"training\",\"status\":\"succeeded\","
                        + "\"startedAt\":\"2026-01-01T00:00:00Z\",\"endedAt\":\"2026-01-01T00:00:00Z\","
                        + "\"metrics\":{\"auc\":1e999},\"series\":{\"loss\":[{\"step\":1}]}}")
                .post("/runs")
                .then()
                .statusCode(422);
        Map<String, Object> columns = run(UUID.randomUUID().toString());
        columns.put("profile", Map.of("rowCount", 3, "columns", List.of(Map.of("name", "a", "type", "float64"))));
        log(columns)
                .statusCode(422)
                .body("violations.field", hasItems("profile.columns[0].count", "profile.columns[0].missing"));
        log(Map.of("id", "not-an-id")).statusCode(422).body("violations.field", contains("id"));
    }

    private ValidatableResponse log(Map<String, Object> run) {
        return model.request().body(run).post("/runs").then();
    }

    private String logAt(String startedAt, String kind, String status) {
        Map<String, Object> run = run(UUID.randomUUID().toString());
        run.putAll(Map.of("startedAt", startedAt, "kind", kind, "status", status));
        log(run).statusCode(201);
        return (String) run.get("id");
    }

    private static Map<String, Object> run(String id) {
        return new HashMap<>(Map.of(
                "id", id,
                "kind", "training",
                "status", "succeeded",
                "startedAt", "2026-01-01T00:00:00Z",
                "endedAt", "2026-02-01T00:00:00Z"));
    }

    private static Map<String, Object> profile() {
        return Map.of(
                "rowCount",
                1000,
                "columns",
                List.of(
                        Map.of(
                                "name",
                                "distance",
                                "type",
                                "float64",
                                "count",
                                990,
                                "missing",
                                10,
                                "min",
                                1,
                                "max",
                                5000,
                                "mean",
                                733.5,
                                "sd",
                                500.25,
                                "quantiles",
                                List.of(
                                        Map.of("probability", 0.25, "value", 300),
                                        Map.of("probability", 0.5, "value", 800))),
                        Map.of(
                                "name",
                                "origin",
                                "type",
                                "category",
                                "count",
                                1000,
                                "missing",
                                0,
                                "distinct",
                                200,
                                "topCategories",
                                List.of(Map.of("value", "ATL", "count", 61)))));
    }
}
