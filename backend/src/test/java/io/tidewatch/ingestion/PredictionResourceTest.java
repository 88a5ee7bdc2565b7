package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was sent is read back as it was sent, page by page, with what became of it. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class PredictionResourceTest {

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(30));
    private TestOrganization organization;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
    }

    @Test
    void everyTypeIsReadBackAsItWasSent() {
        TestModel model = TestModel.create(organization, "binary")
                .version(
                        "1",
                        Map.of("classes", List.of("no", "yes")),
                        List.of(
                                Map.of("name", "f64", "type", "float64"),
                                Map.of("name", "inf", "type", "float64"),
                                Map.of("name", "f32", "type", "float32"),
                                Map.of("name", "i64", "type", "int64"),
                                Map.of("name", "cat", "type", "category"),
                                Map.of("name", "empty", "type", "category"),
                                Map.of("name", "bool", "type", "boolean"),
                                Map.of("name", "text", "type", "text"),
                                Map.of("name", "time", "type", "timestamp"),
                                Map.of("name", "vector", "type", "embedding", "dimension", 2),
                                Map.of("name", "absent", "type", "int64")));
        model.request()
                .body("""
                        {"predictionId":"Straße 1/ä","version":"1","occurredAt":"%s","environment":"staging",
                         "entityId":"customer","traceId":"t-1","latencyMs":1.5,"segments":{"tier":"gold"},
                         "features":{"f64":0.1,"inf":-Infinity,"f32":0.1,"i64":9007199254740993,"cat":"grün","empty":"",
                           "bool":false,"text":"a\\nb","time":"2026-01-01T00:00:00.000001Z","vector":[0.5,-1]},
                         "prediction":{"score":0.25,"class":"no","scores":{"no":0.75,"yes":0.25}}}""".formatted(start.plusNanos(123_456_000)))
                .post("/predictions")
                .then()
                .statusCode(202);

        model.read("/predictions", start.toString(), start.plusSeconds(1).toString())
                .statusCode(200)
                .body("items[0].predictionId", equalTo("Straße 1/ä"))
                .body(
                        "items[0].occurredAt",
                        equalTo(start.plusNanos(123_456_000).toString()))
                .body("items[0].environment", equalTo("staging"))
                .body("items[0].entityId", equalTo("customer"))
                .body("items[0].traceId", equalTo("t-1"))
                .body("items[0].latencyMs", equalTo(1.5f))
                .body("items[0].segments.tier", equalTo("gold"))
                .body("items[0].features.f64", equalTo(0.1f))
                .body("items[0].features.inf", equalTo("-Infinity"))
                .body("items[0].features.f32", equalTo(0.1f))
                .body("items[0].features.i64", equalTo(9007199254740993L))
                .body("items[0].features.cat", equalTo("grün"))
                .body("items[0].features.empty", equalTo(""))
                .body("items[0].features.bool", equalTo(false))
                .body("items[0].features.text", equalTo("a\nb"))
                .body("items[0].features.time", equalTo("2026-01-01T00:00:00.000001Z"))
                .body("items[0].features.vector", equalTo(List.of(0.5f, -1.0f)))
                .body("items[0].features.absent", nullValue())
                .body("items[0].prediction.score", equalTo(0.25f))
                .body("items[0].prediction.class", equalTo("no"))
                .body("items[0].prediction.scores.yes", equalTo(0.25f));
        model.request()
                .pathParam("id", "Straße 1")
                .get("/predictions/{id}")
                .then()
                .statusCode(404)
                .body("code", equalTo("prediction-not-found"));
    }

    @Test
    void pagesHoldEveryPredictionOnceNewestFirst() {
        TestModel model = TestModel.create(organization, "regression")
                .version("1", Map.of(), "a", "float64")
                .version("2", Map.of(), "b", "float64", "a", "float64");
        List<Map<String, Object>> events = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> events.add(event(i, start.plus(Duration.ofHours(i / 3 * 5L)))));
        IntStream.range(60, 63).forEach(i -> events.add(event(i, start.plus(Duration.ofDays(29)))));
        model.send(events).statusCode(202).body("accepted", equalTo(63));

        List<String> ids = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = null;
        do {
            var request = model.request()
                    .queryParam("from", start.toString())
                    .queryParam("to", start.plus(Duration.ofDays(30)).toString())
                    .queryParam("limit", 7);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            ExtractableResponse<Response> page =
                    request.get("/predictions").then().statusCode(200).extract();
            ids.addAll(page.path("items.predictionId"));
            times.addAll(page.path("items.occurredAt"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(ids).hasSize(63).doesNotHaveDuplicates();
        assertThat(times).isSortedAccordingTo((a, b) -> Instant.parse(b).compareTo(Instant.parse(a)));
        model.read(
                        "/predictions?version=2&limit=100",
                        start.toString(),
                        start.plus(Duration.ofDays(30)).toString())
                .body("items.version", org.hamcrest.Matchers.everyItem(equalTo("2")))
                .body("items[0].features.b", nullValue());
        model.read(
                        "/predictions?environment=none",
                        start.toString(),
                        start.plus(Duration.ofDays(30)).toString())
                .body("items", org.hamcrest.Matchers.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "/predictions?from=2026-01-01T00:00:00Z, to",
        "/predictions?to=2026-01-01T00:00:00Z, from",
        "/predictions?from=yesterday&to=2026-01-01T00:00:00Z, from",
        "/predictions?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "/predictions?from=2020-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "/predictions?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&limit=0, limit",
        "/predictions?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&limit=2000, limit"
    })
    void badParametersAreNamed(String path, String field) {
        TestModel.create(organization, "regression")
                .request()
                .get(path)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem(field));
    }

    private static Map<String, Object> event(int number, Instant at) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("predictionId", "p" + number);
        event.put("version", number % 2 == 0 ? "1" : "2");
        event.put("occurredAt", at.toString());
        event.put("features", Map.of("a", number));
        event.put("prediction", Map.of("value", number));
        return event;
    }
}
