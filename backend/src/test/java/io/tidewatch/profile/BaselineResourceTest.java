package io.tidewatch.profile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class BaselineResourceTest {

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(20));
    private TestModel model;

    @BeforeEach
    void register() {
        model = TestModel.create(TestOrganization.create(), "regression")
                .version("1", Map.of(), "size", "float64", "color", "category", "note", "text", "never", "int64");
    }

    @Test
    void aProfileIsThatOfTheRowsEachIdOnce() {
        List<Map<String, Object>> events =
                IntStream.range(0, 200).mapToObj(this::event).toList();
        model.send(events).statusCode(202);
        model.send(events).statusCode(202).body("duplicates", equalTo(200));

        String id = model.request()
                .body(Map.of(
                        "name",
                        "first",
                        "from",
                        start.toString(),
                        "to",
                        start.plus(Duration.ofDays(10)).toString()))
                .post("/baselines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        model.request()
                .get("/baselines/" + id)
                .then()
                .statusCode(200)
                .body("predictionCount", equalTo(200))
                .body("name", equalTo("first"))
                .body("current", is(true))
                .body("features.name", contains("size", "color", "note", "never", "prediction.value"))
                .body("features.kind", hasItems("feature", "prediction"))
                .body("features[0].n", equalTo(180))
                .body("features[0].missing", equalTo(20))
                .body("features[0].min", equalTo(1.0f))
                .body("features[0].max", equalTo(199.0f))
                .body("features[0].mean", equalTo(100.0f))
                .body("features[0].distinct", equalTo(180))
                .body("features[0].bins.size()", equalTo(10))
                .body("features[0].bins.count.sum()", equalTo(180))
                .body("features[0].bins[0].lower", nullValue())
                .body("features[0].relativePrecision", nullValue())
                .body("features[1].distinct", equalTo(4))
                .body("features[1].bins.label", hasItems("red", "green"))
                .body("features[1].bins[-1].other", is(true))
                .body("features[2].n", equalTo(100))
                .body("features[3].missing", equalTo(200));
    }

    @Test
    void theNewestIsCurrent() {
        model.send(IntStream.range(0, 20).mapToObj(this::event).toList()).statusCode(202);
        String first = pin();
        String second = pin();
        model.request()
                .get("/baselines")
                .then()
                .body("items.id", contains(second, first))
                .body("items.current", contains(true, false));
        model.request().get("/baselines?limit=1").then().body("items.id", contains(second));
    }

    @Test
    void whatCanNotBePinnedIsNamed() {
        model.request()
                .body(Map.of(
                        "from",
                        start.toString(),
                        "to",
                        start.plus(Duration.ofDays(1)).toString()))
                .post("/baselines")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("empty-window"));
        model.request()
                .body(Map.of("from", start.toString(), "to", start.toString()))
                .post("/baselines")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("to"));
        model.request()
                .body(Map.of("from", start.minus(Duration.ofDays(500)).toString(), "to", start.toString()))
                .post("/baselines")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("to"));
        model.request()
                .body(Map.of())
                .post("/baselines")
                .then()
                .statusCode(422)
                .body("violations.field", hasItems("from", "to"));
        model.request()
                .body(Map.of(
                        "version",
                        "7",
                        "from",
                        start.toString(),
                        "to",
                        start.plusSeconds(1).toString()))
                .post("/baselines")
                .then()
                .statusCode(404)
                .body("code", equalTo("version-not-found"));
        model.request()
                .get("/baselines/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("baseline-not-found"));
    }

    private String pin() {
        return model.request()
                .body(Map.of(
                        "from",
                        start.toString(),
                        "to",
                        start.plus(Duration.ofDays(10)).toString()))
                .post("/baselines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> event(int i) {
        Map<String, Object> features = new HashMap<>();
        features.put("size", i % 10 == 0 ? null : (Object) i);
        features.put("color", List.of("red", "green", "red", "blue", "red", "").get(i % 6));
        if (i % 2 == 0) {
            features.put("note", "text " + i);
        }
        return Map.of(
                "predictionId",
                "p" + i,
                "version",
                "1",
                "occurredAt",
                start.plus(Duration.ofHours(i)).toString(),
                "features",
                features,
                "prediction",
                Map.of("value", i));
    }
}
