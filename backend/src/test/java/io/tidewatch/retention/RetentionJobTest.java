package io.tidewatch.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.platform.job.JobHandler.Outcome;
import io.tidewatch.platform.job.JobQueue.Job;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.test.EventStore;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings count for what arrives, and the job brings the rows of the real engine in line. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class RetentionJobTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private TestOrganization organization;
    private TestModel model;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
        model = TestModel.create(organization, "regression").version("1", Map.of(), "size", "float64");
    }

    @Inject
    RetentionJob job;

    @Test
    void theModelsSettingComesBeforeThatOfTheOrganizationAndOfTheServer() {
        read().body("days", equalTo(400)).body("source", equalTo("server"));
        put("/retention", Person.ORGANIZATION_ADMIN, 90).statusCode(200);
        read().body("days", equalTo(90)).body("source", equalTo("organization"));
        put("/models/" + model.key() + "/retention", Person.TEAM_ADMIN, 7).statusCode(200);
        read().body("days", equalTo(7)).body("source", equalTo("model"));
        put("/models/" + model.key() + "/retention", Person.TEAM_ADMIN, null).statusCode(200);
        read().body("days", equalTo(90)).body("source", equalTo("organization"));
        put("/retention", Person.ORGANIZATION_ADMIN, 12).statusCode(422).body("violations[0].field", equalTo("days"));
    }

    @Test
    void anEventIsStoredWithTheSettingInForce() {
        put("/models/" + model.key() + "/retention", Person.TEAM_ADMIN, 30).statusCode(200);
        send(1);
        assertThat(EventStore.run("SELECT DISTINCT retention_days FROM prediction WHERE " + ofModel()))
                .isEqualTo("30");
    }

    @Test
    void rowsThatAreOlderThanAShorterSettingAreGoneAndTheOthersStay() {
        send(1, 20, 40, 60);
        put("/models/" + model.key() + "/retention", Person.TEAM_ADMIN, 30).statusCode(200);

        Outcome outcome = run();

        for (String table : List.of("prediction", "prediction_index", "ground_truth")) {
            assertThat(EventStore.number("SELECT count() FROM " + table + " WHERE " + ofModel()))
                    .as(table)
                    .isEqualTo(2);
            assertThat(EventStore.number("SELECT countIf(occurred_at < now() - INTERVAL 30 DAY) FROM " + table
                            + " WHERE " + ofModel()))
                    .as(table)
                    .isZero();
        }
        // The rest is still kept for longer and will be looked at again.
        assertThat(outcome).isInstanceOf(Outcome.Again.class);
    }

    @Test
    void rowsMoveToALongerSettingAndNoneIsLostOrDoubled() {
        put("/models/" + model.key() + "/retention", Person.TEAM_ADMIN, 7).statusCode(200);
        send(1, 3, 5);
        put("/models/" + model.key() + "/retention", Person.TEAM_ADMIN, 90).statusCode(200);

        Outcome outcome = run();

        for (String table : List.of("prediction", "prediction_index", "ground_truth")) {
            assertThat(EventStore.run("SELECT uniqExact(prediction_id), min(retention_days), max(retention_days) FROM "
                            + table + " FINAL WHERE " + ofModel()))
                    .as(table)
                    .isEqualTo("3\t90\t90");
        }
        assertThat(EventStore.number("SELECT count() FROM prediction FINAL WHERE " + ofModel()))
                .isEqualTo(3);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private Outcome run() {
        return job.run(new Job(
                        RetentionJob.QUEUE,
                        OrganizationId.of(organization.id()),
                        UUID.fromString(model.id()),
                        Instant.now(),
                        1))
                .await()
                .atMost(PATIENCE);
    }

    /** One prediction with ground truth for each age in days. */
    private void send(int... ages) {
        List<Map<String, Object>> events = new ArrayList<>();
        List<Map<String, Object>> truths = new ArrayList<>();
        for (int age : ages) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("predictionId", "age-" + age);
            event.put("version", "1");
            event.put("occurredAt", Instant.now().minus(Duration.ofDays(age)).toString());
            event.put("features", Map.of("size", age));
            event.put("prediction", Map.of("value", age));
            events.add(event);
            truths.add(Map.of("predictionId", "age-" + age, "value", age));
        }
        model.send(events).statusCode(202);
        model.sendTruth(truths).statusCode(202);
    }

    private String ofModel() {
        return "organization_id = '" + organization.id() + "' AND model_id = '" + model.id() + "'";
    }

    private io.restassured.response.ValidatableResponse read() {
        return organization
                .as(Person.VIEWER)
                .get("/models/" + model.key() + "/retention")
                .then()
                .statusCode(200);
    }

    private io.restassured.response.ValidatableResponse put(String path, Person person, Integer days) {
        return organization
                .as(person)
                .body(days == null ? "{}" : "{\"days\":" + days + "}")
                .put(path)
                .then();
    }
}
