package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import io.tidewatch.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionReaderTest {

    private static final String FULL = """
            {"predictionId":"order-17","version":"1","occurredAt":"2026-02-28T10:00:00.654321+01:00",
             "environment":"staging","entityId":"customer 5","traceId":"abc",
             "features":{"size":1.5,"weight":-2,"ratio":0.1,"count":9007199254740993,
               "when":"2026-01-01T00:00:00Z","color":"grün","new":true,"note":"text","vector":[1,2,3]},
             "prediction":{"score":0.75,"class":"yes","scores":{"yes":0.75,"no":0.25}},
             "segments":{"region":"eu","tier":2},"latencyMs":12.5}""";

    @Test
    void everyPartOfAnEventReachesItsColumn() {
        Map<String, Object> row = Events.predictions(Events.binary(), FULL).row();

        assertThat(row)
                .containsEntry("organization_id", Events.ORGANIZATION.value())
                .containsEntry("model_id", Events.MODEL.value())
                .containsEntry("client_id", "order-17")
                .containsEntry("occurred_at", 1772269200654321L)
                .containsEntry("version", "1")
                .containsEntry("environment", "staging")
                .containsEntry("schema_id", 7)
                .containsEntry("f64", List.of(-2.0, 1.5))
                .containsEntry("f32", List.of(0.1f))
                .containsEntry("i64", List.of(9007199254740993L, 1767225600000000L))
                .containsEntry("cat", List.of("grün", "true"))
                .containsEntry("text", List.of("text"))
                .containsEntry("embedding", List.of(List.of(1f, 2f, 3f)))
                .containsEntry("score", 0.75)
                .containsEntry("predicted_class", "yes")
                .containsEntry("class_scores", Map.of("no", 0.25, "yes", 0.75))
                .containsEntry("segments", Map.of("region", "eu", "tier", "2"))
                .containsEntry("latency_ms", 12.5)
                .containsEntry("entity_id", "customer 5")
                .containsEntry("trace_id", "abc")
                .containsEntry("extra", "")
                .containsEntry("received_at", Events.NOW.toEpochMilli())
                .containsEntry("retention_days", 400);
        assertThat(((UUID) row.get("prediction_id")).version()).isEqualTo(5);
    }

    @Test
    void whatIsAbsentIsMissingNotZero() {
        Map<String, Object> row =
                Events.features("{\"size\":0,\"color\":\"\",\"weight\":null}").row();

        assertThat(row)
                .containsEntry("f64", List.of(Double.NaN, 0.0))
                .containsEntry("f32", List.of(Float.NaN))
                .containsEntry("i64", List.of(Long.MIN_VALUE, Long.MIN_VALUE))
                .containsEntry("cat", Arrays.asList("", null))
                .containsEntry("embedding", List.of(List.of()))
                .containsEntry("score", Double.NaN)
                .containsEntry("predicted_class", "")
                .containsEntry("environment", "production")
                .containsEntry("client_id", "");
        assertThat(((UUID) row.get("prediction_id")).version()).isEqualTo(7);
    }

    @Test
    void theVersionMayComeAfterTheFeatures() {
        var read = Events.predictions(
                Events.regression(),
                "{\"prediction\":{\"value\":1},\"features\":{\"size\":NaN,\"weight\":2,\"other\":[1,{}]},\"version\":1}");
        assertThat(read.violation().field()).isEqualTo("features.size");

        var good = Events.predictions(
                Events.regression(),
                "{\"prediction\":{\"value\":1},\"features\":{\"size\":3,\"other\":[1,{}]},\"version\":\"1\"}");
        assertThat(good.row())
                .containsEntry("f64", List.of(Double.NaN, 3.0))
                .containsEntry("extra", "{\"other\":[1,{}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"size":"1.5"}                          | wrong-type      | features.size
                    {"size":true}                           | wrong-type      | features.size
                    {"size":{"a":[1]}}                      | wrong-type      | features.size
                    {"size":1e999}                          | out-of-range    | features.size
                    {"weight":1}                            | missing-field   | features.size
                    {"size":null}                           | missing-field   | features.size
                    {"size":NaN}                            | missing-field   | features.size
                    {"size":1,"size":2}                     | duplicate-field | features.size
                    {"size":1,"ratio":1e39}                 | out-of-range    | features.ratio
                    {"size":1,"count":1.5}                  | wrong-type      | features.count
                    {"size":1,"count":9223372036854775808}  | out-of-range    | features.count
                    {"size":1,"count":-9223372036854775808} | out-of-range    | features.count
                    {"size":1,"count":1e300}                | wrong-type      | features.count
                    {"size":1,"when":"yesterday"}           | wrong-type      | features.when
                    {"size":1,"when":12}                    | wrong-type      | features.when
                    {"size":1,"when":"+999999999-01-01T00:00:00Z"} | out-of-range | features.when
                    {"size":1,"color":1.5}                  | wrong-type      | features.color
                    {"size":1,"color":["red"]}              | wrong-type      | features.color
                    {"size":1,"color":"\\ud800"}            | invalid-text    | features.color
                    {"size":1,"new":"true"}                 | wrong-type      | features.new
                    {"size":1,"new":1}                      | wrong-type      | features.new
                    {"size":1,"note":5}                     | wrong-type      | features.note
                    {"size":1,"vector":[1,2]}               | wrong-dimension | features.vector
                    {"size":1,"vector":[1,2,3,4]}           | wrong-dimension | features.vector
                    {"size":1,"vector":[1,"2",3]}           | wrong-type      | features.vector
                    {"size":1,"vector":[1,null,3]}          | wrong-type      | features.vector
                    {"size":1,"vector":5}                   | wrong-type      | features.vector
                    {"size":1,"x":"\\ud83d"}               | invalid-text    | features
                    [1]                                     | wrong-type      | features
                    "size"                                  | wrong-type      | features
                    null                                    | missing-field   | features
                    """)
    void aBadFeatureIsNamed(String features, String code, String field) {
        var read = Events.features(features);

        assertThat(read.batch().size()).isZero();
        assertThat(read.violation().error().code()).isEqualTo(code);
        assertThat(read.violation().field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                          | missing-field     | version
                    {"version":"2"}                                             | unknown-version   | version
                    {"version":null}                                            | missing-field     | version
                    {"version":["1"]}                                           | wrong-type        | version
                    {"version":"1","version":"1"}                               | duplicate-field   | version
                    {"version":"1","surprise":1}                                | unknown-field     | surprise
                    {"version":"1","__proto__":{"a":1}}                         | unknown-field     | __proto__
                    {"version":"1","predictionId":""}                           | invalid-id        | predictionId
                    {"version":"1","predictionId":"a\\u0000b"}                  | invalid-id        | predictionId
                    {"version":"1","predictionId":7}                            | wrong-type        | predictionId
                    {"version":"1","occurredAt":"9999-01-01T00:00:00Z"}         | time-out-of-range | occurredAt
                    {"version":"1","occurredAt":"2026-03-01T13:00:01Z"}         | time-out-of-range | occurredAt
                    {"version":"1","occurredAt":"2024-01-01T00:00:00Z"}         | time-out-of-range | occurredAt
                    {"version":"1","occurredAt":1772269200}                     | wrong-type        | occurredAt
                    {"version":"1","occurredAt":"2026-02-30T00:00:00Z"}         | wrong-type        | occurredAt
                    {"version":"1","environment":"a b"}                         | invalid-value     | environment
                    {"version":"1","latencyMs":-1}                              | out-of-range      | latencyMs
                    {"version":"1","latencyMs":Infinity}                        | out-of-range      | latencyMs
                    {"version":"1","segments":["eu"]}                           | wrong-type        | segments
                    {"version":"1","segments":{"a":{}}}                         | wrong-type        | segments.a
                    {"version":"1","segments":{"":"x"}}                         | value-too-long    | segments.
                    {"version":"1","prediction":{"score":1.5}}                  | out-of-range      | prediction.score
                    {"version":"1","prediction":{"score":"0.5"}}                | wrong-type        | prediction.score
                    {"version":"1","prediction":{"class":"maybe"}}              | unknown-class     | prediction.class
                    {"version":"1","prediction":{"value":1}}                    | wrong-type        | prediction.value
                    {"version":"1","prediction":{}}                             | missing-field     | prediction.score
                    {"version":"1","prediction":{"score":0.1,"x":1}}            | unknown-field     | prediction.x
                    {"version":"1","prediction":{"score":0.1,"scores":{"z":1}}} | unknown-class     | prediction.scores.z
                    {"version":"1","prediction":7}                              | wrong-type        | prediction
                    """)
    void aBadPartIsNamed(String event, String code, String field) {
        String complete = event.contains("\"prediction\"") || event.equals("{}")
                ? event
                : event.substring(0, event.length() - 1) + ",\"prediction\":{\"score\":0.5}}";
        String body = complete.equals("{}")
                ? complete
                : complete.substring(0, complete.length() - 1) + ",\"features\":{\"size\":1}}";

        var read = Events.predictions(Events.binary(), body);

        assertThat(read.batch().size()).isZero();
        assertThat(read.violation().error().code()).isEqualTo(code);
        assertThat(read.violation().field()).isEqualTo(field);
    }

    @Test
    void aClassificationNeedsNoScoreAndARegressionNoClass() {
        assertThat(Events.predictions(
                                Events.binary(),
                                "{\"version\":\"1\",\"features\":{\"size\":1},\"prediction\":{\"class\":\"no\"}}")
                        .violations())
                .isEmpty();
        assertThat(Events.predictions(
                                Events.regression(),
                                "{\"version\":\"1\",\"features\":{\"size\":1},\"prediction\":{\"value\":1,\"class\":\"a\"}}")
                        .violation()
                        .field())
                .isEqualTo("prediction.class");
    }

    @Test
    void theGoodPartOfABatchIsKeptAndTheIdOfABadEventIsNamed() {
        var read = Events.predictions(Events.regression(), """
                {"predictions":[
                  {"version":"1","features":{"size":1},"prediction":{"value":1}},
                  {"version":"1","features":{"size":"x"},"prediction":{"value":1},"predictionId":"late-id"},
                  "no object",
                  {"version":"1","features":{"size":2},"prediction":{"value":1}}]}""");

        assertThat(read.isBatch()).isTrue();
        assertThat(read.batch().size()).isEqualTo(2);
        assertThat(read.batch().eventIndex(1)).isEqualTo(3);
        assertThat(read.violations())
                .extracting(EventViolation::index, EventViolation::error, EventViolation::predictionId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, EventError.WRONG_TYPE, "late-id"),
                        org.assertj.core.groups.Tuple.tuple(2, EventError.WRONG_TYPE, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"predictions\":[{]}",
                "{\"version\":\"1\"} {}x",
                "{\"version\":\"\\ud8\"}",
                "{'version':1}",
                "{\"version\":01}",
                "nope"
            })
    void whatIsNotJsonIsRefusedAsAWhole(String body) {
        assertThatThrownBy(() -> Events.predictions(Events.binary(), body))
                .isInstanceOfAny(ProblemException.class, java.io.UncheckedIOException.class)
                .satisfies(failure -> assertThat(
                                failure instanceof ProblemException || failure.getCause() instanceof JacksonException)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"x\"", "null", "{\"predictions\":{}}", "{\"predictions\":[],\"more\":1}"})
    void jsonOfAnotherFormIsAViolation(String body) {
        assertThatThrownBy(() -> Events.predictions(Events.binary(), body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations()).isNotEmpty());
    }

    @Test
    void aMillionBracketsAreRefusedWithoutHarm() {
        String body = "{\"version\":\"1\",\"features\":{\"size\":" + "[".repeat(1_000_000);
        assertThatThrownBy(() -> Events.predictions(Events.binary(), body))
                .hasCauseInstanceOf(com.fasterxml.jackson.core.exc.StreamConstraintsException.class);
    }

    @Test
    void tooManyFeaturesAndTooMuchOutsideOfTheSchemaAreRefused() {
        StringBuilder many = new StringBuilder("{\"size\":1");
        for (int i = 0; i < 60; i++) {
            many.append(",\"f").append(i).append("\":1");
        }
        assertThat(Events.features(many + "}").violation().error()).isEqualTo(EventError.TOO_MANY_FEATURES);
        assertThat(Events.features("{\"size\":1,\"other\":\"" + "x".repeat(3_000) + "\"}")
                        .violation()
                        .error())
                .isEqualTo(EventError.VALUE_TOO_LONG);
    }

    @Test
    void contentDecidesAboutRepetition() {
        String event =
                "{\"predictionId\":\"a\",\"version\":\"1\",\"features\":{\"size\":1,\"weight\":2},\"prediction\":{\"value\":1},"
                        + "\"segments\":{\"a\":\"1\",\"b\":\"2\"}}";
        long hash = Events.predictions(Events.regression(), event).batch().hash(0);
        String reordered = "{\"segments\":{\"b\":\"2\",\"a\":\"1\"},\"prediction\":{\"value\":1.0},\"version\":\"1\","
                + "\"features\":{\"weight\":2,\"size\":1.0},\"predictionId\":\"a\"}";
        assertThat(Events.predictions(Events.regression(), reordered).batch().hash(0))
                .isEqualTo(hash);
        assertThat(Events.predictions(Events.regression(), event.replace("\"value\":1", "\"value\":2"))
                        .batch()
                        .hash(0))
                .isNotEqualTo(hash);
        assertThat(Events.predictions(
                                Events.regression(),
                                event.replace("\"version\"", "\"occurredAt\":\"2026-03-01T00:00:00Z\",\"version\""))
                        .batch()
                        .hash(0))
                .isNotEqualTo(hash);
    }

    @Test
    void infinityIsAValueOfNumericFeatures() {
        assertThat(Events.features("{\"size\":Infinity,\"weight\":\"-Infinity\"}")
                        .row())
                .containsEntry("f64", List.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
}
