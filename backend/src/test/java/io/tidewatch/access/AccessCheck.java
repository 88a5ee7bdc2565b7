package io.tidewatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tidewatch.access.AccessRow.Elsewhere;
import io.tidewatch.platform.security.Scope;
import io.tidewatch.test.Database;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Calls one operation as everybody. */
final class AccessCheck {

    private final AccessRow row;
    private final ApiOperations operation;
    private final AccessWorld world;

    AccessCheck(AccessRow row, ApiOperations operation, AccessWorld world) {
        this.row = row;
        this.operation = operation;
        this.world = world;
    }

    void ownerSucceeds() throws SQLException {
        // The first call of a person makes her a member, which is an entry of its own.
        world.home().as(row.least()).get("/organization").then().statusCode(200);
        String traceId = UUID.randomUUID().toString().replace("-", "");
        RequestSpecification traced =
                world.home().as(row.least()).header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");
        expectSuccess(call(traced), row.least().name());
        List<String> entries = auditEntries(traceId);
        assertThat(entries)
                .as("audit entries of %s", row.operationId())
                .hasSize(row.isAudited(operation.method()) ? 1 : 0);
        entries.forEach(this::expectStates);
        if (row.least() != Person.ORGANIZATION_ADMIN && !row.isPersonal()) {
            expectSuccess(call(world.home().as(Person.ORGANIZATION_ADMIN)), "organization admin");
        }
    }

    void lesserPeopleAreRefused() {
        for (Person person : new Person[] {Person.VIEWER, Person.EDITOR, Person.TEAM_ADMIN}) {
            if (person.ordinal() > row.least().ordinal()) {
                expectProblem(call(world.home().as(person)), person.name(), 403);
            }
        }
    }

    void keysNeedTheirScope() {
        for (Scope scope : Scope.values()) {
            String name = "red-" + scope.name().toLowerCase(Locale.ROOT);
            Response response = call(world.home().withKey(name));
            if (row.scopes().contains(scope)) {
                expectSuccess(response, "key " + name);
            } else {
                expectProblem(response, "key " + name, 403);
            }
        }
    }

    void otherTeamGetsItsShare() {
        expect(call(world.home().as(Person.OTHER_TEAM)), "other team", row.otherTeam());
        if (!row.scopes().isEmpty()) {
            expect(call(world.home().withKey("blue")), "other team's key", row.otherTeam());
        }
    }

    void otherOrganizationGetsNothing() {
        expect(call(world.foreign().as(Person.STRANGER)), "other organization", row.otherOrganization());
        if (!row.scopes().isEmpty()) {
            expect(call(world.foreign().withKey("amber")), "other organization's key", row.otherOrganization());
        }
        if (row.inOrganization()) {
            expectProblem(call(world.home().as(Person.STRANGER)), "stranger who names the organization", 404);
        }
    }

    void revokedKeyIsRefused() {
        Response response = call(TestOrganization.withToken(world.revokedKey()));
        expectProblem(response, "revoked key", 401);
        assertThat(response.<String>path("code")).isEqualTo("api-key-revoked");
    }

    void nobodyIsRefused() {
        expectProblem(call(TestOrganization.anonymous()), "no token", 401);
        expectProblem(call(TestOrganization.withToken("nonsense")), "nonsense token", 401);
    }

    /** Something new has no state before, something removed none after; a change has both, and they differ. */
    private void expectStates(String entry) {
        JsonObject written = new JsonObject(entry);
        Object before = written.getValue("before");
        Object after = written.getValue("after");
        String action = written.getString("action");
        String verb = action.substring(action.indexOf('.') + 1);
        assertThat(written.getString("actor_name")).as(entry).isNotBlank();
        assertThat(written.getString("remote_address")).as(entry).isNotBlank();
        assertThat(written.getString("user_agent")).as(entry).isNotBlank();
        if (List.of("created", "requested", "shared").contains(verb)) {
            assertThat(after).as(entry).isNotNull();
        } else if (List.of("removed", "unshared").contains(verb)) {
            assertThat(before).as(entry).isNotNull();
        } else {
            assertThat(before).as(entry).isNotNull();
            assertThat(after).as(entry).isNotNull();
        }
    }

    private static List<String> auditEntries(String traceId) throws SQLException {
        try (Database database = Database.asSuperuser()) {
            return database.column("select to_jsonb(e) from audit_entry e where trace_id = '" + traceId + "'");
        }
    }

    private Response call(RequestSpecification request) {
        row.headers().forEach(request::header);
        row.queryValues(world).forEach(request::queryParam);
        Object body = row.bodyValue(world);
        if (body instanceof byte[] file) {
            request.body(file);
        } else if (body != null) {
            request.body(body);
        }
        return request.basePath("").pathParams(row.pathValues(world)).request(operation.method(), operation.path());
    }

    private void expect(Response response, String who, Elsewhere expected) {
        switch (expected) {
            case REFUSED -> {
                assertThat(response.statusCode()).as(what(response, who)).isIn(403, 404);
                expectProblem(response, who, response.statusCode());
            }
            case NOT_FOUND -> expectProblem(response, who, 404);
            case ALLOWED -> expectSuccess(response, who);
            case SEES_HER_OWN -> {
                expectSuccess(response, who);
                assertThat(response.asString())
                        .as(what(response, who))
                        .doesNotContain(world.home().key());
            }
        }
    }

    private void expectSuccess(Response response, String who) {
        assertThat(response.statusCode()).as(what(response, who)).isBetween(200, 299);
    }

    private void expectProblem(Response response, String who, int status) {
        assertThat(response.statusCode()).as(what(response, who)).isEqualTo(status);
        assertThat(response.contentType()).as(what(response, who)).startsWith("application/problem+json");
        assertThat(response.<String>path("code")).as(what(response, who)).isNotBlank();
    }

    private String what(Response response, String who) {
        return row.operationId() + " by " + who + ": " + response.statusCode() + " " + response.asString();
    }
}
