package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import io.tidewatch.test.EventStore;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class ReceiptResourceTest {

    private TestOrganization organization;
    private TestModel model;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
        model = TestModel.create(organization, "regression").version("1", Map.of(), "size", "float64");
    }

    @Test
    void aRequestCanBeFollowedUntilItsEventsAreStored() {
        String receipt = model.send(events(5)).statusCode(202).extract().path("receipt");
        get(receipt)
                .statusCode(200)
                .body("receipt", equalTo(receipt))
                .body("kind", equalTo("prediction"))
                .body("acknowledgedAt", notNullValue())
                .body("state", equalTo("settled"))
                .body("accepted", is(5))
                .body("pending", is(0))
                .body("stored", is(5))
                .body("deadLettered", is(0))
                .body("dropped", is(0));
    }

    @Test
    void whatIsOnItsWayIsPending() {
        String receipt = organization
                .withKey("red")
                .body(Map.of("predictions", events(2)))
                .post("/models/" + model.key() + "/predictions")
                .then()
                .statusCode(202)
                .extract()
                .path("receipt");
        // The writer waits a moment for more, or has been at it already.
        ValidatableResponse answer = get(receipt).statusCode(200).body("state", is(oneOf("pending", "settled")));
        int pending = answer.extract().path("pending");
        int stored = answer.extract().path("stored");
        assertThat(pending + stored).isEqualTo(2);
    }

    @Test
    void deadLettersAndGroundTruthAreTold() {
        String receipt = model.send(events(3)).statusCode(202).extract().path("receipt");
        OrganizationId home = OrganizationId.of(organization.id());
        ModelId id = new ModelId(UUID.fromString(model.id()));
        ReceiptId parsed = ReceiptId.parse(receipt, home, id);
        assertThat(parsed).isNotNull();
        EventStore.run("ALTER TABLE prediction DELETE WHERE batch_id = " + parsed.entry() + " AND organization_id = '"
                + home + "' AND predicted_value = 0");
        EventStore.run("INSERT INTO dead_letter (organization_id, model_id, received_at, batch_id, event_index, kind,"
                + " reason, payload) VALUES ('" + home + "', '" + id.value() + "', now64(3), " + parsed.entry()
                + ", 0, 'prediction', 'refused-by-store', '{}')");
        get(receipt)
                .statusCode(200)
                .body("accepted", is(3))
                .body("stored", is(2))
                .body("deadLettered", is(1))
                .body("dropped", is(0));

        String truth = model.sendTruth(List.of(Map.of("predictionId", "p-1", "value", 1)))
                .statusCode(202)
                .extract()
                .path("receipt");
        get(truth).statusCode(200).body("kind", equalTo("ground-truth")).body("stored", is(1));
    }

    @Test
    void unknownAndOldReceiptsAreNotFound() {
        String receipt = model.send(events(1)).statusCode(202).extract().path("receipt");
        TestModel other = TestModel.create(organization, "regression");
        notFound(other.request().get("/receipts/" + receipt).then());
        notFound(get("nonsense"));
        OrganizationId home = OrganizationId.of(organization.id());
        ModelId id = new ModelId(UUID.fromString(model.id()));
        ReceiptId parsed = ReceiptId.parse(receipt, home, id);
        assertThat(parsed).isNotNull();
        notFound(get(new ReceiptId(EventKind.PREDICTION, parsed.log(), parsed.entry() + (1L << 40), 1).text(home, id)));
        long old = Instant.now().minus(Duration.ofHours(25)).toEpochMilli() << 20;
        notFound(get(new ReceiptId(EventKind.PREDICTION, parsed.log(), old, 1).text(home, id)));
        // Of a log that this backend does not know: its events are on their way.
        get(new ReceiptId(EventKind.PREDICTION, parsed.log() + 1, parsed.entry() + 1, 4).text(home, id))
                .statusCode(200)
                .body("state", equalTo("pending"))
                .body("pending", is(4));
    }

    private static void notFound(ValidatableResponse answer) {
        answer.statusCode(404).body("code", equalTo("receipt-not-found"));
    }

    private ValidatableResponse get(String receipt) {
        return model.request().get("/receipts/" + receipt).then();
    }

    private static List<Map<String, Object>> events(int count) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Map.of(
                    "predictionId",
                    "p-" + i,
                    "version",
                    "1",
                    "features",
                    Map.of("size", 1),
                    "prediction",
                    Map.of("value", i)));
        }
        return events;
    }
}
