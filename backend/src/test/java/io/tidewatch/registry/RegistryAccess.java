package io.tidewatch.registry;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.EDITOR;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessRow.Elsewhere;
import io.tidewatch.access.AccessWorld;
import io.tidewatch.platform.security.Scope;
import java.util.List;
import java.util.Map;

/** Who may call the operations of the registry. */
public final class RegistryAccess {

    private RegistryAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("listModels")
                        .allows(VIEWER)
                        .keys(Scope.READ)
                        .query("search", RegistryAccess::model)
                        .otherTeam(Elsewhere.SEES_HER_OWN)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("createModel")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .body(world ->
                                Map.of("key", world.unique(), "name", "New", "task", "regression", "team", "red"))
                        .otherOrganization(Elsewhere.NOT_FOUND),
                operation("getModel").allows(VIEWER).keys(Scope.READ).path("model", RegistryAccess::model),
                operation("updateModel")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", RegistryAccess::model)
                        .header("If-Match", "*")
                        .body(world -> Map.of("description", "changed")),
                operation("shareModel")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", RegistryAccess::model)
                        .path("team", world -> "blue"),
                operation("unshareModel")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", RegistryAccess::sharedModel)
                        .path("team", world -> "blue"),
                operation("listVersions").allows(VIEWER).keys(Scope.READ).path("model", RegistryAccess::model),
                operation("createVersion")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", RegistryAccess::model)
                        .body(world -> version("2")),
                operation("getVersion")
                        .allows(VIEWER)
                        .keys(Scope.READ)
                        .path("model", RegistryAccess::model)
                        .path("version", world -> "1"),
                operation("confirmSchema")
                        .allows(EDITOR)
                        .keys(Scope.MANAGE)
                        .path("model", RegistryAccess::modelWithInferredSchema)
                        .path("version", world -> "1")
                        .body(world -> Map.of("features", List.of(Map.of("name", "size", "type", "float64")))));
    }

    /** A new regression model of team red whose version 1 was inferred from an event. */
    private static String modelWithInferredSchema(AccessWorld world) {
        String key = world.unique();
        world.owner()
                .body(Map.of("key", key, "name", "Of " + world.home().key(), "task", "regression", "team", "red"))
                .post("/models")
                .then()
                .statusCode(201);
        world.owner()
                .body(Map.of("version", "1", "features", Map.of("size", 1), "prediction", Map.of("value", 1)))
                .post("/models/" + key + "/predictions")
                .then()
                .statusCode(202);
        return key;
    }

    /** A new regression model of team red with version 1 and the feature {@code size}. */
    public static String model(AccessWorld world) {
        String key = world.unique();
        world.owner()
                .body(Map.of("key", key, "name", "Of " + world.home().key(), "task", "regression", "team", "red"))
                .post("/models")
                .then()
                .statusCode(201);
        world.owner()
                .body(version("1"))
                .post("/models/" + key + "/versions")
                .then()
                .statusCode(201);
        return key;
    }

    private static String sharedModel(AccessWorld world) {
        String key = model(world);
        world.owner().put("/models/" + key + "/shares/blue").then().statusCode(200);
        return key;
    }

    private static Map<String, Object> version(String version) {
        return Map.of(
                "version", version, "schema", Map.of("features", List.of(Map.of("name", "size", "type", "float64"))));
    }
}
