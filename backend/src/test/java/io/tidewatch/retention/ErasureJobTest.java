package io.tidewatch.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.platform.job.JobHandler.Outcome;
import io.tidewatch.platform.job.JobQueue.Job;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.test.Database;
import io.tidewatch.test.EventStore;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was erased is in no table, stays out, and nothing else is gone. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ErasureJobTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ERASED = "customer-4711";

    private TestOrganization organization;
    private TestModel model;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
        model = TestModel.create(organization, "regression").version("1", Map.of(), "size", "float64");
    }

    @Inject
    ErasureJob job;

    @Test
    void everyEventTableOfAnOrganizationIsErased() {
        String tables = EventStore.run("SELECT DISTINCT table FROM system.columns WHERE database = 'tidewatch'"
                + " AND name = 'organization_id' AND table IN"
                + " (SELECT name FROM system.tables WHERE database = 'tidewatch' AND engine LIKE '%MergeTree')");
        assertThat(ErasureQueries.OF_ORGANIZATION)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(tables.split("\n"))
                        .map(table -> table.replace('_', '-'))
                        .toList());
    }

    @Test
    void anEntityIsGoneFromEveryTableAndStaysOut() {
        prepare();
        assertThat(rows("prediction")).isEqualTo(3);

        String id = request(Map.of("entityId", ERASED));
        finish(id);

        get(id).body("status", equalTo("finished"))
                .body("rowsBefore.prediction", equalTo(2))
                .body("rowsBefore.dead_letter", equalTo(1))
                .body("rowsBefore.baseline_value", equalTo(1))
                .body("rowsBefore.feature_rollup", equalTo(1))
                .body("rowsAfter.values()", everyItem(is(0)))
                .body("verifiedAt", notNullValue());
        assertThat(rows("prediction")).isEqualTo(1);
        assertThat(rows("prediction_index")).isEqualTo(1);
        assertThat(rows("ground_truth")).isEqualTo(1);
        assertThat(rows("ground_truth_waiting")).isZero();
        assertThat(rows("dead_letter")).isEqualTo(1);
        assertThat(rows("erasure_scope")).isZero();
        assertThat(EventStore.run("SELECT categories FROM feature_rollup WHERE feature = 'customer' AND " + own()))
                .isEqualTo("{'other':4}");
        assertThat(EventStore.run("SELECT label FROM baseline_value WHERE " + own()))
                .isEqualTo("other");

        // An event of before the erasure is refused, one of after it is a new one.
        model.send(List.of(event("late", ERASED, Instant.now().minus(Duration.ofDays(1)))))
                .statusCode(422)
                .body("violations[0].code", equalTo("erased-entity"));
        model.send(List.of(event("new", ERASED, Instant.now()))).statusCode(202);
    }

    @Test
    void theIdItselfIsNowhereAfterwards() throws SQLException {
        prepare();
        String id = request(Map.of("entityId", ERASED));
        finish(id);
        try (Database database = Database.asSuperuser()) {
            assertThat(database.value("select count(*) from erasure where organization_id = '" + organization.id()
                            + "' and (subject is not null or subject_hash like '%" + ERASED + "%')"))
                    .isEqualTo("0");
            assertThat(database.value("select count(*) from audit_entry where organization_id = '" + organization.id()
                            + "' and audit_entry::text like '%" + ERASED + "%'"))
                    .isEqualTo("0");
        }
        assertThat(EventStore.number("SELECT count() FROM system.mutations WHERE command LIKE '%" + ERASED + "%'"))
                .isZero();
    }

    @Test
    void askingTwiceIsOneErasureAndAnInterruptedOneGoesOn() {
        prepare();
        String id = request(Map.of("entityId", ERASED));
        assertThat(request(Map.of("entityId", ERASED))).isEqualTo(id);
        // Killed after the first deletions: the step is done again from its beginning.
        step(id);
        step(id);
        step(id);
        finish(id);
        get(id).body("status", equalTo("finished")).body("rowsAfter.values()", everyItem(is(0)));
    }

    @Test
    void anOrganizationsErasureNeedsItsKeyWaitsAndCanBeCancelled() {
        organization
                .as(Person.ORGANIZATION_ADMIN)
                .body(Map.of("confirmation", "another"))
                .post("/erasures")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("confirmation"));
        organization
                .as(Person.ORGANIZATION_ADMIN)
                .body(Map.of())
                .post("/erasures")
                .then()
                .statusCode(422);
        String id = request(Map.of("confirmation", organization.key()));

        assertThat(step(id)).isInstanceOf(Outcome.Again.class);
        get(id).body("status", equalTo("requested"));
        cancel(id).statusCode(200).body("status", equalTo("cancelled"));
        assertThat(step(id)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anOrganizationIsGoneFromBothDatabasesAndItsNeighbourIsNot() throws SQLException {
        prepare();
        TestOrganization neighbour = TestOrganization.createForKeys();
        TestModel other = TestModel.create(neighbour, "amber", "regression").version("1", Map.of(), "size", "float64");
        other.send(List.of(event("theirs", ERASED, Instant.now()))).statusCode(202);
        String ownId = organization.id();
        String ownKey = organization.apiKey("red");
        String id = request(Map.of("confirmation", organization.key()));
        try (Database database = Database.asSuperuser()) {
            database.execute("update erasure set due_at = now() - interval '1 second' where id = '" + id + "'");
            finish(id, ownId);
            for (String table : tables(database)) {
                long left = Long.parseLong(
                        database.value("select count(*) from " + table + " where organization_id = '" + ownId + "'"));
                assertThat(left).as(table).isEqualTo(KEPT.contains(table) ? 1 : 0);
            }
            assertThat(database.value(
                            "select status || ' ' || coalesce(subject, '-') || requested_by from erasure where id = '"
                                    + id + "'"))
                    .isEqualTo("FINISHED -");
            assertThat(database.value("select (counts_before->>'registered_model')::int || ' '"
                            + " || (counts_before->>'prediction')::int || ' ' || (select sum(value::int)"
                            + " from jsonb_each_text(counts_after)) from erasure where id = '" + id + "'"))
                    .isEqualTo("1 3 0");
        }
        for (String table : ErasureQueries.OF_ORGANIZATION) {
            assertThat(EventStore.number("SELECT count() FROM " + table.replace('-', '_') + " WHERE organization_id = '"
                            + ownId + "'"))
                    .as(table)
                    .isZero();
        }
        TestOrganization.withToken(ownKey).get("/models").then().statusCode(not(500));
        other.request().get("/predictions/theirs").then().statusCode(200);
    }

    /** Tombstone, its key and the proof. */
    private static final List<String> KEPT = List.of("erasure", "erased_entity", "erasure_key");

    private static List<String> tables(Database database) throws SQLException {
        return database.column("select table_name from information_schema.columns where table_schema = 'public'"
                + " and column_name = 'organization_id'");
    }

    private void prepare() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        model.send(List.of(
                        event("p1", ERASED, yesterday),
                        event("p2", ERASED, yesterday),
                        event("p3", "somebody-else", yesterday)))
                .statusCode(202);
        model.sendTruth(List.of(Map.of("predictionId", "p1", "value", 1), Map.of("predictionId", "p3", "value", 1)))
                .statusCode(202);
        String keys = "'" + organization.id() + "', '" + model.id() + "'";
        for (String entity : List.of(ERASED, "somebody-else")) {
            EventStore.run(
                    "INSERT INTO dead_letter (organization_id, model_id, received_at, batch_id, event_index, kind,"
                            + " reason, payload) VALUES (" + keys + ", now64(3), 1, "
                            + Math.floorMod(entity.hashCode(), 1_000)
                            + ", 'prediction', 'refused-by-store', '{\"entityId\":\"" + entity + "\"}')");
        }
        EventStore.run("INSERT INTO feature_rollup (organization_id, model_id, feature, bucket, categories, n,"
                + " retention_days) VALUES (" + keys + ", 'customer', now(), map('" + ERASED
                + "', 2, 'other', 4), 6, 400)");
        EventStore.run("INSERT INTO baseline_value (organization_id, model_id, baseline_id, signal, kind, label, n)"
                + " SELECT " + keys + ", generateUUIDv4(), 'customer', 'category', arrayJoin(['" + ERASED
                + "', 'other']), 1");
    }

    private static Map<String, Object> event(String id, String entity, Instant occurredAt) {
        return Map.of(
                "predictionId",
                id,
                "version",
                "1",
                "entityId",
                entity,
                "occurredAt",
                occurredAt.toString(),
                "features",
                Map.of("size", 1),
                "prediction",
                Map.of("value", 2));
    }

    private long rows(String table) {
        return EventStore.number("SELECT count() FROM " + table + " WHERE " + own());
    }

    private String own() {
        return "organization_id = '" + organization.id() + "'";
    }

    private String request(Map<String, Object> body) {
        return organization
                .as(Person.ORGANIZATION_ADMIN)
                .body(body)
                .post("/erasures")
                .then()
                .statusCode(202)
                .body("subjectHash.length()", is(64))
                .extract()
                .path("id");
    }

    private void finish(String id) {
        finish(id, organization.id());
    }

    private void finish(String id, String organizationId) {
        Outcome outcome = step(id, organizationId);
        for (int i = 0; i < 10 && !(outcome instanceof Outcome.Done); i++) {
            outcome = step(id, organizationId);
        }
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private Outcome step(String id) {
        return step(id, organization.id());
    }

    private Outcome step(String id, String organizationId) {
        Job step = new Job(ErasureJob.QUEUE, OrganizationId.of(organizationId), UUID.fromString(id), Instant.now(), 1);
        return job.run(step).await().atMost(PATIENCE);
    }

    private ValidatableResponse get(String id) {
        return organization
                .as(Person.ORGANIZATION_ADMIN)
                .get("/erasures/" + id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse cancel(String id) {
        return organization
                .as(Person.ORGANIZATION_ADMIN)
                .delete("/erasures/" + id)
                .then();
    }
}
