package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 50,000 events with three of each of twelve kinds of mistake: 36 are named, 49,964 stored. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class LargeBatchTest {

    private static final int EVENTS = 50_000;
    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("wrong-type", "\"features\":{\"a\":\"far\"},\"prediction\":{\"value\":1}"),
            new Mistake("wrong-type", "\"features\":{\"a\":[1]},\"prediction\":{\"value\":1}"),
            new Mistake("out-of-range", "\"features\":{\"a\":1e999},\"prediction\":{\"value\":1}"),
            new Mistake("missing-field", "\"features\":{\"a\":1}"),
            new Mistake("invalid-text", "\"features\":{\"a\":1,\"c\":\"\\ud800\"},\"prediction\":{\"value\":1}"),
            new Mistake("unknown-field", "\"__proto__\":1,\"features\":{\"a\":1},\"prediction\":{\"value\":1}"),
            new Mistake("duplicate-field", "\"features\":{\"a\":1,\"a\":2},\"prediction\":{\"value\":1}"),
            new Mistake(
                    "time-out-of-range",
                    "\"occurredAt\":\"9999-01-01T00:00:00Z\",\"features\":{\"a\":1},\"prediction\":{\"value\":1}"),
            new Mistake("invalid-id", "\"predictionId\":\"\",\"features\":{\"a\":1},\"prediction\":{\"value\":1}"),
            new Mistake(
                    "value-too-long",
                    "\"entityId\":\"" + "x".repeat(10_000) + "\",\"features\":{\"a\":1},\"prediction\":{\"value\":1}"),
            new Mistake("out-of-range", "\"features\":{\"a\":1},\"prediction\":{\"value\":1},\"latencyMs\":-1"),
            new Mistake("value-too-long", "\"features\":{" + features(2001) + "},\"prediction\":{\"value\":1}"));

    @Test
    void mistakesAreNamedAndTheRestIsStored() {
        TestModel model = TestModel.create(TestOrganization.create(), "regression")
                .version("1", Map.of(), "a", "float64", "c", "category");
        StringBuilder body = new StringBuilder("{\"predictions\":[");
        List<Integer> indexes = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        int every = EVENTS / (3 * MISTAKES.size());
        for (int i = 0; i < EVENTS; i++) {
            String rest = "\"features\":{\"a\":" + i + "},\"prediction\":{\"value\":1}";
            if (i % every == 7 && indexes.size() < 3 * MISTAKES.size()) {
                Mistake mistake = MISTAKES.get(indexes.size() % MISTAKES.size());
                indexes.add(i);
                codes.add(mistake.code());
                rest = mistake.fields();
            }
            body.append(i == 0 ? "" : ",")
                    .append("{\"version\":\"1\",")
                    .append(rest)
                    .append('}');
        }
        model.request()
                .body(body.append("]}").toString().getBytes(StandardCharsets.UTF_8))
                .post("/predictions")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(EVENTS - 36))
                .body("rejected.index", equalTo(indexes))
                .body("rejected.code", equalTo(codes));
        assertThat(indexes).hasSize(36);
        model.read(
                        "/volume",
                        Instant.now().minus(Duration.ofHours(2)).toString(),
                        Instant.now().plus(Duration.ofHours(2)).toString())
                .statusCode(200)
                .body("total", equalTo(EVENTS - 36));
    }

    private static String features(int count) {
        return String.join(
                ",", IntStream.range(0, count).mapToObj(i -> "\"f" + i + "\":1").toList());
    }

    /** Fields of an event, and why it is rejected. */
    private record Mistake(String code, String fields) {}
}
