package io.tidewatch.organization;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.platform.security.Scope.READ;
import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static io.tidewatch.test.Person.TEAM_ADMIN;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessRow.Elsewhere;
import io.tidewatch.access.AccessWorld;
import io.tidewatch.test.Tokens;
import java.util.List;
import java.util.Map;

/** Who may call the operations on organizations, teams, people and API keys. */
public final class OrganizationAccess {

    private OrganizationAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                operation("getMe")
                        .outsideOrganizations()
                        .allows(VIEWER)
                        .otherTeam(Elsewhere.ALLOWED)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("getOrganization")
                        .allows(VIEWER)
                        .keys(READ)
                        .otherTeam(Elsewhere.ALLOWED)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("updateOrganization")
                        .allows(ORGANIZATION_ADMIN)
                        .header("If-Match", "*")
                        .body(world -> Map.of("name", "Changed"))
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("listTeams")
                        .allows(VIEWER)
                        .keys(READ)
                        .otherTeam(Elsewhere.ALLOWED)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("createTeam")
                        .allows(ORGANIZATION_ADMIN)
                        .body(world -> Map.of("key", world.unique(), "name", "New"))
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("updateTeam")
                        .path("team", OrganizationAccess::newTeam)
                        .header("If-Match", "*")
                        .body(world -> Map.of("name", world.unique())),
                operation("removeTeam").path("team", OrganizationAccess::newTeam),
                operation("listMembers")
                        .allows(TEAM_ADMIN)
                        .otherTeam(Elsewhere.ALLOWED)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("getMember")
                        .allows(TEAM_ADMIN)
                        .path("userId", world -> world.userId(VIEWER))
                        .otherTeam(Elsewhere.ALLOWED),
                operation("listIdentityProviders").otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("listTeamMembers").allows(VIEWER).path("team", world -> "red"),
                operation("putTeamMember")
                        .allows(TEAM_ADMIN)
                        .path("team", world -> "red")
                        .path("userId", world -> world.userId(VIEWER))
                        .body(world -> Map.of("role", "viewer")),
                operation("removeTeamMember")
                        .allows(TEAM_ADMIN)
                        .path("team", world -> "red")
                        .path("userId", OrganizationAccess::directMember),
                operation("listGroupMappings").otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("createGroupMapping")
                        .body(world -> mapping(world, Tokens.issuer()))
                        .otherOrganization(Elsewhere.NOT_FOUND),
                operation("putGroupMappingRole")
                        .path("id", OrganizationAccess::newMapping)
                        .body(world -> Map.of("role", "editor")),
                operation("removeGroupMapping").path("id", OrganizationAccess::newMapping),
                operation("listApiKeys")
                        .allows(TEAM_ADMIN)
                        .otherTeam(Elsewhere.ALLOWED)
                        .otherOrganization(Elsewhere.SEES_HER_OWN),
                operation("createApiKey")
                        .allows(TEAM_ADMIN)
                        .body(world -> Map.of("name", world.unique(), "team", "red", "scopes", List.of("read"))),
                operation("putApiKeyLimits")
                        .allows(TEAM_ADMIN)
                        .path("id", world -> world.newApiKey().get("id"))
                        .body(world -> Map.of("eventsPerSecond", 100)),
                operation("rotateApiKey")
                        .allows(TEAM_ADMIN)
                        .path("id", world -> world.newApiKey().get("id"))
                        .body(world -> Map.of("overlap", "PT1H")),
                operation("endPreviousSecret").allows(TEAM_ADMIN).path("id", OrganizationAccess::rotatedKey),
                operation("revokeApiKey")
                        .allows(TEAM_ADMIN)
                        .path("id", world -> world.newApiKey().get("id")));
    }

    private static String newTeam(AccessWorld world) {
        String key = world.unique();
        world.owner()
                .body(Map.of("key", key, "name", key))
                .post("/teams")
                .then()
                .statusCode(201);
        return key;
    }

    private static String rotatedKey(AccessWorld world) {
        String id = world.newApiKey().get("id");
        world.owner()
                .body(Map.of("overlap", "PT1H"))
                .post("/api-keys/" + id + "/rotations")
                .then()
                .statusCode(201);
        return id;
    }

    private static String directMember(AccessWorld world) {
        String userId = world.userId(VIEWER);
        world.owner()
                .body(Map.of("role", "viewer"))
                .put("/teams/red/members/" + userId)
                .then()
                .statusCode(200);
        return userId;
    }

    private static Map<String, Object> mapping(AccessWorld world, String issuer) {
        return Map.of("issuer", issuer, "group", world.unique(), "team", "red", "role", "viewer");
    }

    private static String newMapping(AccessWorld world) {
        return world.owner()
                .body(mapping(world, Tokens.issuer()))
                .post("/group-mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
