package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class DeadLetterResourceTest {

    private static final String GOOD =
            "{\"predictionId\":\"late-1\",\"version\":\"1\",\"features\":{\"distance\":2},\"prediction\":{\"value\":7}}";
    private static final String BAD = "{\"predictionId\":\"late-2\",\"version\":\"9\",\"prediction\":{\"value\":7}}";

    private TestOrganization organization;
    private TestModel model;

    @BeforeEach
    void register() {
        organization = TestOrganization.create();
        model = TestModel.create(organization, "regression").version("1", Map.of(), "distance", "float64");
    }

    @Inject
    EventAccounts accounts;

    @Test
    void lettersAreListedNewestFirstPageByPageAndReadWithTheirPayload() {
        String first = insert("prediction", GOOD);
        String second = insert("ground-truth", "{\"predictionId\":\"x\",\"value\":1}");
        String third = insert("prediction", BAD);

        String cursor = editor().queryParam("limit", 2)
                .get("/ingestion/dead-letters")
                .then()
                .statusCode(200)
                .body("items.id", contains(third, second))
                .body("items.model", contains(model.key(), model.key()))
                .body("items.payload", contains(nullValue(), nullValue()))
                .body("items[0].state", equalTo("open"))
                .extract()
                .path("nextCursor");
        editor().queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get("/ingestion/dead-letters")
                .then()
                .statusCode(200)
                .body("items.id", contains(first))
                .body("nextCursor", nullValue());
        editor().queryParam("kind", "ground-truth")
                .queryParam("model", model.key())
                .get("/ingestion/dead-letters")
                .then()
                .body("items.id", contains(second));
        editor().get("/ingestion/dead-letters/" + first)
                .then()
                .statusCode(200)
                .body("payload", equalTo(GOOD))
                .body("payloadBytes", equalTo(GOOD.length()))
                .body("payloadCut", equalTo(false));
    }

    @Test
    void aReplayStoresWhatIsGoodNowAndSaysWhatIsNot() {
        String good = insert("prediction", GOOD);
        String bad = insert("prediction", BAD);

        editor().body(Map.of("model", model.key()))
                .post("/ingestion/dead-letters/replays")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(1))
                .body("refusedCount", equalTo(1))
                .body("refused[0].id", equalTo(bad))
                .body("refused[0].code", equalTo("unknown-version"))
                .body("more", equalTo(false));

        editor().get("/ingestion/dead-letters/" + good)
                .then()
                .body("state", equalTo("replayed"))
                .body("resolvedAt", notNullValue());
        editor().get("/ingestion/dead-letters").then().body("items.id", contains(bad));
        editor().queryParam("state", "replayed")
                .get("/ingestion/dead-letters")
                .then()
                .body("items.id", contains(good));

        // After a fix the rest is replayed too.
        model.version("9", Map.of(), "distance", "float64");
        editor().body(Map.of("model", model.key(), "ids", List.of(bad)))
                .post("/ingestion/dead-letters/replays")
                .then()
                .body("replayed", equalTo(1))
                .body("refused", empty());
        editor().get("/ingestion/dead-letters").then().body("items", empty());
        editor().get("/ingestion/accounting")
                .then()
                .body("balanced", equalTo(true))
                .body("accounts.find { it.kind == 'prediction' }.deadLetters.replayed", equalTo(2));
    }

    @Test
    void discardedLettersAreOpenNoLongerAndTheDecisionIsAudited() {
        String id = insert("prediction", BAD);

        editor().body(Map.of("model", model.key(), "reason", "refused-by-store"))
                .post("/ingestion/dead-letters/discards")
                .then()
                .statusCode(200)
                .body("discarded", equalTo(1));

        editor().get("/ingestion/dead-letters").then().body("items", empty());
        editor().queryParam("state", "discarded")
                .get("/ingestion/dead-letters")
                .then()
                .body("items.id", contains(id));
        organization
                .as(Person.ORGANIZATION_ADMIN)
                .get("/audit-entries?limit=5")
                .then()
                .body("items.find { it.action == 'dead-letters.discarded' }.after.letters", equalTo(1));
    }

    @Test
    void accountsOfModelsBalance() {
        OrganizationId id = OrganizationId.of(organization.id());
        ModelId modelId = new ModelId(UUID.fromString(model.id()));
        accounts.accepted(id, modelId, EventKind.PREDICTION, 10);
        accounts.settled(id, modelId, EventKind.PREDICTION, new EventAccounts.Settlement(6, 1, 0));

        organization
                .as(Person.VIEWER)
                .get("/ingestion/accounting")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true))
                .body("accounts", hasSize(2))
                .body("accounts.find { it.kind == 'prediction' }.accepted", equalTo(10))
                .body("accounts.find { it.kind == 'prediction' }.stored", equalTo(6))
                .body("accounts.find { it.kind == 'prediction' }.pending", equalTo(3))
                .body("accounts.find { it.kind == 'prediction' }.deadLettered", equalTo(1));
    }

    @Test
    void whatCanNotBeIsNamed() {
        editor().body(Map.of("model", model.key(), "ids", List.of("nonsense")))
                .post("/ingestion/dead-letters/replays")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("ids[0]"));
        editor().queryParam("state", "lost")
                .get("/ingestion/dead-letters")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("state"));
        editor().get("/ingestion/dead-letters/99999999999999999999-1")
                .then()
                .statusCode(404)
                .body("code", equalTo("dead-letter-not-found"));
        assertThat(DeadLetterId.parse("18446744073709551615-7"))
                .extracting(DeadLetterId::toString)
                .isEqualTo("18446744073709551615-7");
    }

    private String insert(String kind, String payload) {
        return DeadLetters.insert(organization.id(), model.id(), kind, payload);
    }

    private RequestSpecification editor() {
        return organization.as(Person.EDITOR);
    }
}
