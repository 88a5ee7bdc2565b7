package io.tidewatch.ingestion;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ground truth finds its prediction whenever it comes, and the latest observation counts. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class GroundTruthResourceTest {

    private final Instant at = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(40));
    private TestModel model;

    @BeforeEach
    void register() {
        model = TestModel.create(TestOrganization.create(), "binary")
                .version("1", Map.of("classes", List.of("no", "yes")), "a", "float64");
    }

    @Test
    void truthAfterThePredictionIsJoined() {
        predict("late");
        truth("late", "yes", at.plus(Duration.ofDays(39))).statusCode(202).body("accepted", equalTo(1));
        stored("late")
                .body("groundTruth.class", equalTo("yes"))
                .body(
                        "groundTruth.observedAt",
                        equalTo(at.plus(Duration.ofDays(39)).toString()));
    }

    @Test
    void truthBeforeThePredictionWaitsForIt() {
        truth("early", "yes", at).statusCode(202).body("accepted", equalTo(1)).body("rejected", equalTo(List.of()));
        predict("early");
        stored("early").body("groundTruth.class", equalTo("yes"));
        performance().body("overall[0].groundTruthCount", equalTo(1));
    }

    @Test
    void theLatestObservationCountsInWhateverOrderTheyCome() {
        predict("a");
        truth("a", "no", at.plusSeconds(10)).statusCode(202);
        truth("a", "yes", at.plusSeconds(30)).statusCode(202);
        truth("a", "no", at.plusSeconds(20)).statusCode(202);
        stored("a").body("groundTruth.class", equalTo("yes"));

        truth("b", "yes", at.plusSeconds(30)).statusCode(202);
        truth("b", "no", at.plusSeconds(10)).statusCode(202);
        predict("b");
        truth("b", "no", at.plusSeconds(20)).statusCode(202);
        stored("b").body("groundTruth.class", equalTo("yes"));
        performance().body("overall[0].groundTruthCount", equalTo(2)).body("overall[0].metrics.tp", equalTo(2.0f));
    }

    @Test
    void aRepetitionOfThePredictionJoinsWhatStillWaits() {
        predict("again");
        truth("other", "yes", at).statusCode(202);
        predict("again");
        predict("other");
        stored("again").body("groundTruth", nullValue());
        stored("other").body("groundTruth.class", equalTo("yes"));
    }

    @Test
    void truthAndPredictionAtTheSameTimeAlwaysMeet() {
        IntStream.range(0, 40).parallel().forEach(i -> {
            if (i % 2 == 0) {
                predict("race-" + i / 2);
            } else {
                truth("race-" + i / 2, "yes", at).statusCode(202);
            }
        });
        performance().body("overall[0].predictionCount", equalTo(20)).body("overall[0].groundTruthCount", equalTo(20));
    }

    @Test
    void truthCanBeTakenBackAndToldAnew() {
        predict("a");
        truth("a", "yes", at.plusSeconds(10)).statusCode(202);
        takeBack("a", at.plusSeconds(20));
        stored("a").body("groundTruth", nullValue());
        truth("a", "no", at.plusSeconds(15)).statusCode(202);
        stored("a").body("groundTruth", nullValue());
        truth("a", "no", at.plusSeconds(30)).statusCode(202);
        stored("a").body("groundTruth.class", equalTo("no"));

        truth("b", "yes", at.plusSeconds(10)).statusCode(202);
        takeBack("b", at.plusSeconds(20));
        predict("b");
        stored("b").body("groundTruth", nullValue());
        model.sendTruth(List.of(Map.of("predictionId", "a", "class", "yes", "deleted", true)))
                .statusCode(422)
                .body("violations.field", hasItem("groundTruth[0].deleted"));
    }

    private void takeBack(String id, Instant observedAt) {
        model.sendTruth(List.of(Map.of("predictionId", id, "deleted", true, "observedAt", observedAt.toString())))
                .statusCode(202);
    }

    @Test
    void badTruthIsNamedAndTheGoodPartKept() {
        predict("a");
        model.request()
                .body(
                        "{\"groundTruth\":[{\"predictionId\":\"a\",\"class\":\"yes\"},{\"predictionId\":\"a\",\"value\":1},{\"class\":\"yes\"}]}")
                .post("/ground-truth")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected.field", equalTo(List.of("groundTruth[1].value", "groundTruth[2].predictionId")));
        model.request()
                .body("{\"predictionId\":\"a\"}")
                .post("/ground-truth")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("class"));
        stored("a").body("groundTruth.class", equalTo("yes"));
    }

    private void predict(String id) {
        model.send(List.of(Map.of(
                        "predictionId", id,
                        "version", "1",
                        "occurredAt", at.toString(),
                        "features", Map.of("a", 1),
                        "prediction", Map.of("score", 0.9))))
                .statusCode(202)
                .body("rejected", equalTo(List.of()));
    }

    private ValidatableResponse truth(String id, String truthClass, Instant observedAt) {
        return model.sendTruth(
                List.of(Map.of("predictionId", id, "class", truthClass, "observedAt", observedAt.toString())));
    }

    private ValidatableResponse stored(String id) {
        return model.request().get("/predictions/" + id).then().statusCode(200);
    }

    private ValidatableResponse performance() {
        return model.read(
                        "/performance",
                        at.minusSeconds(60).toString(),
                        at.plusSeconds(60).toString())
                .statusCode(200);
    }
}
