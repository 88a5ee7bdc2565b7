package io.tidewatch.registry.run;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessWorld;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.registry.RegistryAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who may log and read runs. */
public final class RunAccess {

    private static final Map<AccessWorld, Logged> LOGGED = new HashMap<>();

    private RunAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("listRuns").allows(VIEWER).keys(Scope.READ).path("model", RegistryAccess::model),
                operation("createRun")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", RegistryAccess::model)
                        .body(world -> run(UUID.randomUUID())),
                operation("getRun")
                        .allows(VIEWER)
                        .keys(Scope.READ)
                        .path("model", world -> logged(world).model())
                        .path("id", world -> logged(world).id()));
    }

    private static Map<String, Object> run(UUID id) {
        return Map.of(
                "id", id,
                "kind", "training",
                "status", "succeeded",
                "startedAt", "2026-01-01T00:00:00Z",
                "endedAt", "2026-01-01T00:10:00Z");
    }

    /** The two path parameters of one address must name the same model, so both come from one run per world. */
    private static synchronized Logged logged(AccessWorld world) {
        return LOGGED.computeIfAbsent(world, ignored -> {
            UUID id = UUID.randomUUID();
            String model = RegistryAccess.model(world);
            world.owner()
                    .body(run(id))
                    .post("/models/" + model + "/runs")
                    .then()
                    .statusCode(201);
            return new Logged(model, id);
        });
    }

    private record Logged(String model, UUID id) {}
}
