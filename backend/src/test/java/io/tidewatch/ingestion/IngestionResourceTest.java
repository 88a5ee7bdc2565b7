package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.Database;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class IngestionResourceTest {

    private TestOrganization organization;
    private TestModel model;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
        model = TestModel.create(organization, "regression")
                .version(
                        "1",
                        Map.of(),
                        List.of(
                                Map.of("name", "distance", "type", "float64", "required", true),
                                Map.of("name", "origin", "type", "category")));
    }

    @Test
    void aSingleEventIsKeptAndItsIdReturned() {
        String id = post("{\"version\":\"1\",\"features\":{\"distance\":1},\"prediction\":{\"value\":2}}")
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(0))
                .body("rejected", empty())
                .body("predictionIds", hasSize(1))
                .extract()
                .path("predictionIds[0]");
        model.request()
                .get("/predictions/" + id)
                .then()
                .statusCode(200)
                .body("predictionId", equalTo(id))
                .body("features.distance", equalTo(1.0f))
                .body("features.origin", nullValue())
                .body("prediction.value", equalTo(2.0f))
                .body("groundTruth", nullValue());
    }

    @Test
    void theGoodPartOfABatchIsKeptAndTheRestIsNamed() {
        post("""
                        {"predictions":[
                          {"predictionId":"a","version":"1","features":{"distance":1},"prediction":{"value":2}},
                          {"predictionId":"b","version":"1","features":{"distance":"far"},"prediction":{"value":2}},
                          {"predictionId":"c","version":"9","features":{"distance":1},"prediction":{"value":2}},
                          {"predictionId":"d","version":"1","features":{"origin":"ATL"},"prediction":{"value":2}},
                          {"predictionId":"e","version":"1","occurredAt":"9999-01-01T00:00:00Z","features":{"distance":1},
                           "prediction":{"value":2}},
                          {"predictionId":"f","version":"1","features":{"distance":3},"prediction":{"value":2}}]}""")
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected.index", equalTo(List.of(1, 2, 3, 4)))
                .body(
                        "rejected.code",
                        equalTo(List.of("wrong-type", "unknown-version", "missing-field", "time-out-of-range")))
                .body(
                        "rejected.field",
                        equalTo(List.of(
                                "predictions[1].features.distance",
                                "predictions[2].version",
                                "predictions[3].features.distance",
                                "predictions[4].occurredAt")))
                .body("rejected.predictionId", equalTo(List.of("b", "c", "d", "e")))
                .body("$", not(hasKey("predictionIds")));
        assertThat(storedIds()).containsExactlyInAnyOrder("a", "f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"predictions":[{"version":"2","features":{"distance":1},"prediction":{"value":1}}]} | unknown-version   | predictions[0].version
                    {"version":"1","features":{"distance":true},"prediction":{"value":1}}                | wrong-type        | features.distance
                    {"version":"1","features":{},"prediction":{"value":1}}                               | missing-field     | features.distance
                    {"version":"1","prediction":{"value":1}}                                             | missing-field     | features
                    {"version":"1","features":{"distance":1}}                                            | missing-field     | prediction
                    {"version":"1","features":{"distance":1},"prediction":{"value":1e999}}               | out-of-range      | prediction.value
                    {"version":"1","occurredAt":"9999-01-01T00:00:00Z","features":{"distance":1},"prediction":{"value":1}} | time-out-of-range | occurredAt
                    {"version":"1","__proto__":1,"features":{"distance":1},"prediction":{"value":1}}     | unknown-field     | __proto__
                    {"version":"1","features":{"distance":1,"origin":"\\ud800"},"prediction":{"value":1}} | invalid-text      | features.origin
                    {"version":"1","features":{"distance":1},"prediction":{"value":1},"x":[[[[1]]]]}     | unknown-field     | x
                    """)
    void aRequestWithoutAGoodEventIsAProblemNamingTheField(String body, String code, String field) {
        post(body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation-failed"))
                .body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code))
                .body("traceId", notNullValue());
        assertThat(storedIds()).isEmpty();
    }

    @Test
    void whatIsNotJsonIsRefusedAndNothingOfItKept() {
        String good = "{\"version\":\"1\",\"features\":{\"distance\":1},\"prediction\":{\"value\":1}}";
        for (String body : List.of(
                "{\"predictions\":[" + good + "," + good,
                "{\"predictions\":[" + good + ",{\"version\":}]}",
                "[".repeat(1_000_000),
                "{\"version\":" + "[".repeat(1_000_000),
                "",
                "\u0000")) {
            post(body).statusCode(org.hamcrest.Matchers.oneOf(400, 422)).contentType("application/problem+json");
        }
        post("{\"predictions\":[" + good + ",{\"version\":}]}")
                .statusCode(400)
                .body("code", equalTo("malformed-json"))
                .body("detail", containsString("line 1"));
        assertThat(storedIds()).isEmpty();
    }

    @Test
    void unknownModelsAndForeignKeysLookTheSame() {
        String body = "{\"version\":\"1\",\"features\":{\"distance\":1},\"prediction\":{\"value\":1}}";
        organization
                .withKey("red")
                .body(body)
                .post("/models/nothing/predictions")
                .then()
                .statusCode(404)
                .body("code", equalTo("model-not-found"));
        TestOrganization.create()
                .withKey("red")
                .body(body)
                .post("/models/" + model.key() + "/predictions")
                .then()
                .statusCode(404)
                .body("code", equalTo("model-not-found"));
    }

    @Test
    void anExpiredKeyIsRefused() throws SQLException {
        String id = organization.apiKey("red-ingest").split("_")[1];
        try (Database database = Database.asSuperuser()) {
            database.execute("UPDATE api_key SET expires_at = created_at WHERE id = '" + id + "'");
        }

        organization
                .withKey("red-ingest")
                .body("{\"version\":\"1\",\"features\":{\"distance\":1},\"prediction\":{\"value\":1}}")
                .post("/models/" + model.key() + "/predictions")
                .then()
                .statusCode(401)
                .body("code", equalTo("api-key-expired"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 100})
    void hugeBodiesAreRefused(int mebibytes) {
        byte[] huge = new byte[mebibytes * 1024 * 1024];
        Arrays.fill(huge, (byte) ' ');
        model.request()
                .body(huge)
                .post("/predictions")
                .then()
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
    }

    @Test
    void gzipIsReadUpToItsLimits() {
        byte[] event = "{\"version\":\"1\",\"features\":{\"distance\":1},\"prediction\":{\"value\":1}}"
                .getBytes(StandardCharsets.UTF_8);
        compressed(gzip(event)).statusCode(202).body("accepted", equalTo(1));
        compressed(gzip(" ".repeat(64 * 1024 * 1024).getBytes(StandardCharsets.UTF_8)))
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
        compressed(event).statusCode(400);
        model.request()
                .header("Content-Encoding", "br")
                .body(event)
                .post("/predictions")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void aRepetitionCountsOnceAndOtherContentIsAConflict() {
        Map<String, Object> event = event("order-1", 5);
        model.send(List.of(event, event))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1));
        model.send(List.of(event)).statusCode(202).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
        Map<String, Object> other = event("order-1", 6);
        model.send(List.of(other, event("order-2", 7)))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("conflicting-prediction"))
                .body("rejected[0].field", equalTo("predictions[0].predictionId"));
        model.send(List.of(other)).statusCode(422).body("violations.code", hasItem("conflicting-prediction"));
        assertThat(storedIds()).containsExactlyInAnyOrder("order-1", "order-2");
        model.request().get("/predictions/order-1").then().body("prediction.value", equalTo(5.0f));
    }

    @Test
    void repetitionsInParallelCountOnce() {
        List<Map<String, Object>> events =
                IntStream.range(0, 200).mapToObj(i -> event("p-" + i, i)).toList();
        List<Integer> accepted = IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                        ignored -> model.send(events).statusCode(202).extract().<Integer>path("accepted"))
                .toList();
        assertThat(accepted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        assertThat(storedIds()).hasSize(200);
    }

    @Test
    void linesAreEventsAndABrokenLineCostsOnlyItself() {
        String good =
                "{\"predictionId\":\"%s\",\"version\":\"1\",\"features\":{\"distance\":1},\"prediction\":{\"value\":1}}";
        String body = String.join(
                "\n",
                good.formatted("a"),
                "",
                "{\"predictionId\":\"b\",",
                "\r",
                "[1]",
                good.formatted("c") + " {}",
                "[".repeat(100_000),
                good.formatted("d") + "\r",
                good.formatted("a"));
        model.request()
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/predictions")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("duplicates", equalTo(1))
                .body("rejected.index", equalTo(List.of(1, 2, 3, 4)))
                .body("rejected.code", equalTo(List.of("malformed-json", "wrong-type", "malformed-json", "wrong-type")))
                .body("rejected[0].predictionId", equalTo("b"));
        assertThat(storedIds()).containsExactlyInAnyOrder("a", "d");
    }

    @Test
    void aRequestWithAKeyCountsOnceAlsoWithoutIds() {
        String body =
                "{\"predictions\":[{\"version\":\"1\",\"features\":{\"distance\":1},\"prediction\":{\"value\":1}},"
                        + "{\"version\":\"1\",\"features\":{\"distance\":1},\"prediction\":{\"value\":1}}]}";
        List<String> first = keyed("order-17", body)
                .statusCode(202)
                .body("accepted", equalTo(2))
                .extract()
                .path("predictionIds");
        keyed("order-17", body)
                .statusCode(202)
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(2))
                .body("predictionIds", equalTo(first));
        keyed("order-17", body.replace("1}}]", "2}}]")).statusCode(422).body("code", equalTo("idempotency-key-reused"));
        keyed("order-18", body).statusCode(202).body("accepted", equalTo(2));
        keyed("not a key", body).statusCode(400).body("code", equalTo("invalid-request"));
        assertThat(storedIds()).hasSize(4).containsAll(first);
    }

    private ValidatableResponse keyed(String key, String body) {
        return model.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/predictions")
                .then();
    }

    @Test
    void generatedIdsAreReturnedByIndex() {
        Map<String, Object> anonymous = event("x", 1);
        anonymous.remove("predictionId");
        List<String> ids = model.send(List.of(anonymous, event("own", 2), Map.of("version", "1")))
                .statusCode(202)
                .body("rejected.index", equalTo(List.of(2)))
                .extract()
                .path("predictionIds");
        assertThat(ids).hasSize(3).element(2).isNull();
        assertThat(storedIds()).containsExactlyInAnyOrder(ids.get(0), "own");
    }

    @Test
    void featuresOutsideOfTheSchemaAreKept() {
        Map<String, Object> event = event("extra", 1);
        event.put("features", Map.of("distance", 1, "weather", Map.of("wind", List.of(1, 2)), "__proto__", "x"));
        model.send(List.of(event)).statusCode(202);
        model.request()
                .get("/predictions/extra")
                .then()
                .body("features.weather.wind", equalTo(List.of(1, 2)))
                .body("features.__proto__", equalTo("x"));
    }

    private ValidatableResponse post(String body) {
        return model.request().body(body).post("/predictions").then();
    }

    private ValidatableResponse compressed(byte[] body) {
        return model.request()
                .header("Content-Encoding", "gzip")
                .body(body)
                .post("/predictions")
                .then();
    }

    private static Map<String, Object> event(String id, double value) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("predictionId", id);
        event.put("version", "1");
        event.put("features", Map.of("distance", 1.25, "origin", "ATL"));
        event.put("prediction", Map.of("value", value));
        return event;
    }

    private Set<String> storedIds() {
        List<String> ids = new ArrayList<>(model.read(
                        "/predictions?limit=1000",
                        Instant.now().minus(Duration.ofDays(1)).toString(),
                        Instant.now().plus(Duration.ofHours(1)).toString())
                .statusCode(200)
                .extract()
                .<List<String>>path("items.predictionId"));
        assertThat(ids).doesNotHaveDuplicates();
        return ids.stream().collect(Collectors.toSet());
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
