package io.tidewatch.ingestion;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessRow.Elsewhere;
import io.tidewatch.access.AccessWorld;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.registry.RegistryAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may send events and read them back. */
public final class IngestionAccess {

    private static final String PREDICTION = "flight-1";

    private static final Map<AccessWorld, Received> RECEIVED = new HashMap<>();

    private IngestionAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("sendPredictions")
                        .allows(EDITOR)
                        .keys(Scope.INGEST)
                        .withoutAudit()
                        .path("model", RegistryAccess::model)
                        .body(world -> event()),
                operation("sendGroundTruth")
                        .allows(EDITOR)
                        .keys(Scope.INGEST)
                        .withoutAudit()
                        .path("model", RegistryAccess::model)
                        .body(world -> Map.of("predictionId", PREDICTION, "value", 3)),
                operation("listPredictions")
                        .allows(VIEWER)
                        .keys(Scope.READ)
                        .path("model", IngestionAccess::model)
                        .query("from", world -> yesterday())
                        .query("to", world -> tomorrow()),
                operation("getPrediction")
                        .allows(VIEWER)
                        .keys(Scope.READ)
                        .path("model", IngestionAccess::model)
                        .path("predictionId", world -> PREDICTION),
                operation("getReceipt")
                        .allows(EDITOR)
                        .keys(Scope.INGEST)
                        .path("model", world -> received(world).model())
                        .path("receipt", world -> received(world).receipt()),
                operation("getQuota").otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("getIngestionAccounting")
                        .allows(VIEWER)
                        .keys(Scope.READ)
                        .otherTeam(Elsewhere.ALLOWED)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("listDeadLetters")
                        .allows(EDITOR)
                        .otherTeam(Elsewhere.ALLOWED)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("getDeadLetter").allows(EDITOR).path("id", IngestionAccess::deadLetter),
                operation("replayDeadLetters")
                        .allows(EDITOR)
                        .body(world -> Map.of("model", RegistryAccess.model(world))),
                operation("discardDeadLetters")
                        .allows(EDITOR)
                        .body(world -> Map.of("model", RegistryAccess.model(world))));
    }

    /** The two path parameters of one address must name the same model, so both come from one request per world. */
    private static synchronized Received received(AccessWorld world) {
        return RECEIVED.computeIfAbsent(world, ignored -> {
            String model = RegistryAccess.model(world);
            String receipt = world.owner()
                    .header("Prefer", "wait=60")
                    .body(event())
                    .post("/models/" + model + "/predictions")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("receipt");
            return new Received(model, receipt);
        });
    }

    private record Received(String model, String receipt) {}

    private static String deadLetter(AccessWorld world) {
        String model = RegistryAccess.model(world);
        String id = world.owner()
                .get("/models/" + model)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return DeadLetters.insert(world.home().id(), id, "prediction", "{}");
    }

    /** A new model of team red with one prediction of now. */
    public static String model(AccessWorld world) {
        String key = RegistryAccess.model(world);
        world.owner()
                .header("Prefer", "wait=60")
                .body(event())
                .post("/models/" + key + "/predictions")
                .then()
                .statusCode(202);
        return key;
    }

    /** Start of a window that holds the prediction. */
    public static String yesterday() {
        return Instant.now().minus(Duration.ofDays(1)).toString();
    }

    /** End of a window that holds the prediction. */
    public static String tomorrow() {
        return Instant.now().plus(Duration.ofDays(1)).toString();
    }

    private static Map<String, Object> event() {
        return Map.of(
                "predictionId",
                PREDICTION,
                "version",
                "1",
                "features",
                Map.of("size", 1.5),
                "prediction",
                Map.of("value", 2));
    }
}
