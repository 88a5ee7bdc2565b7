package io.tidewatch.health;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessWorld;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.registry.RegistryAccess;
import java.util.List;
import java.util.Map;

/** Who may read and choose health checks. */
public final class HealthAccess {

    private static final Map<String, Object> CHECKS = Map.of("silence", Map.of("enabled", true, "limit", "PT30M"));

    private HealthAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("getHealthChecks").allows(VIEWER).keys(Scope.READ).path("model", RegistryAccess::model),
                operation("suggestHealthChecks").allows(VIEWER).keys(Scope.READ).path("model", RegistryAccess::model),
                operation("putHealthChecks")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", RegistryAccess::model)
                        .header("If-Match", "*")
                        .body(world -> CHECKS),
                operation("resetHealthChecks")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", HealthAccess::modelWithChoice)
                        .header("If-Match", "*"));
    }

    private static String modelWithChoice(AccessWorld world) {
        String model = RegistryAccess.model(world);
        world.owner()
                .header("If-Match", "*")
                .body(CHECKS)
                .put("/models/" + model + "/health-checks")
                .then()
                .statusCode(200);
        return model;
    }
}
