package io.tidewatch.retention;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.TEAM_ADMIN;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessRow.Elsewhere;
import io.tidewatch.access.AccessWorld;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.registry.RegistryAccess;
import java.util.List;
import java.util.Map;

/** Who may decide how long events are kept, and erase them. */
public final class RetentionAccess {

    private RetentionAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("getRetention")
                        .allows(VIEWER)
                        .keys(Scope.READ)
                        .otherTeam(Elsewhere.ALLOWED)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("putRetention").body(world -> Map.of("days", 90)).otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("getModelRetention").allows(VIEWER).keys(Scope.READ).path("model", RegistryAccess::model),
                operation("putModelRetention")
                        .allows(TEAM_ADMIN)
                        .path("model", RegistryAccess::model)
                        .body(world -> Map.of("days", 30)),
                operation("createErasure")
                        .body(world -> Map.of("entityId", world.unique()))
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("listErasures").otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("getErasure").path("id", RetentionAccess::entityErasure),
                operation("cancelErasure").path("id", RetentionAccess::organizationErasure));
    }

    private static String entityErasure(AccessWorld world) {
        return erasure(world, Map.of("entityId", world.unique()));
    }

    private static String organizationErasure(AccessWorld world) {
        return erasure(world, Map.of("confirmation", world.home().key()));
    }

    private static String erasure(AccessWorld world, Map<String, Object> body) {
        return world.owner()
                .body(body)
                .post("/erasures")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
