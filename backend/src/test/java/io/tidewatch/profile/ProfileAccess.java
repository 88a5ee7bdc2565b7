package io.tidewatch.profile;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessWorld;
import io.tidewatch.ingestion.IngestionAccess;
import io.tidewatch.platform.security.Scope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may read and pin baselines. */
public final class ProfileAccess {

    private static final Map<AccessWorld, Pinned> PINNED = new HashMap<>();

    private ProfileAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("listBaselines").allows(VIEWER).keys(Scope.READ).path("model", IngestionAccess::model),
                operation("pinBaseline")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", IngestionAccess::model)
                        .body(world -> window()),
                operation("previewBaselineFile")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", IngestionAccess::model)
                        .header("Content-Type", "application/x-ndjson")
                        .body(world -> "{}".getBytes(StandardCharsets.UTF_8))
                        .withoutAudit(),
                operation("pinBaselineFile")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", IngestionAccess::model)
                        .header("Content-Type", "application/x-ndjson")
                        .body(world -> "{\"prediction\":{\"value\":1}}".getBytes(StandardCharsets.UTF_8)),
                operation("getBaseline")
                        .allows(VIEWER)
                        .keys(Scope.READ)
                        .path("model", world -> pinned(world).model())
                        .path("id", world -> pinned(world).id()));
    }

    /** A model with a prediction of now and a baseline of it. */
    public static String model(AccessWorld world) {
        String model = IngestionAccess.model(world);
        pin(world, model);
        return model;
    }

    private static String pin(AccessWorld world, String model) {
        return world.owner()
                .body(window())
                .post("/models/" + model + "/baselines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> window() {
        return Map.of("from", IngestionAccess.yesterday(), "to", IngestionAccess.tomorrow());
    }

    /** The two path parameters of one address must name the same model, so both come from one baseline per world. */
    private static synchronized Pinned pinned(AccessWorld world) {
        return PINNED.computeIfAbsent(world, ignored -> {
            String model = IngestionAccess.model(world);
            return new Pinned(model, pin(world, model));
        });
    }

    private record Pinned(String model, String id) {}
}
