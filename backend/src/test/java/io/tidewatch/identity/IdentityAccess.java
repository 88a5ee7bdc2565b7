package io.tidewatch.identity;

import static io.tidewatch.access.AccessRow.operation;
import static io.tidewatch.test.Person.VIEWER;

import io.tidewatch.access.AccessRow;
import io.tidewatch.access.AccessRow.Elsewhere;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.Tokens;
import java.util.List;
import java.util.Map;

/** Who may call the operations on a person's own sessions and preferences. */
public final class IdentityAccess {

    private IdentityAccess() {}

    /** One row per operation. */
    public static List<AccessRow> rows() {
        return List.of(
                person("listMySessions"),
                person("describeMySession")
                        .path("session", world -> "current")
                        .body(world -> Map.of("browser", "Test"))
                        .withoutAudit(),
                operation("endMySession")
                        .outsideOrganizations()
                        .allows(VIEWER)
                        .path("session", world -> sessionOfViewer())
                        .hersAlone()
                        .withoutAudit(),
                person("endMyOtherSessions").withoutAudit(),
                person("getMyPreferences"),
                person("putMyPreferences")
                        .header("If-Match", "*")
                        .body(world -> Map.of("theme", "dark"))
                        .withoutAudit());
    }

    private static AccessRow person(String operationId) {
        return operation(operationId)
                .outsideOrganizations()
                .allows(VIEWER)
                .otherTeam(Elsewhere.ALLOWED)
                .otherOrganization(Elsewhere.SEES_HER_OWN);
    }

    private static String sessionOfViewer() {
        return TestOrganization.withToken(Tokens.signIn(VIEWER).access())
                .get("/me/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.current }.id");
    }
}
