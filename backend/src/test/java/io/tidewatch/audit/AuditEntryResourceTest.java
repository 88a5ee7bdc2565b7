package io.tidewatch.audit;

import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static io.tidewatch.test.Person.TEAM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.tidewatch.test.Database;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit is found by who, what, which and when, leaves as a file of any length, and proves itself. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class AuditEntryResourceTest {

    @Test
    void filtersByActorActionResourceAndTime() {
        TestOrganization organization = TestOrganization.create();
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        for (String team : List.of("green", "yellow")) {
            organization
                    .as(ORGANIZATION_ADMIN)
                    .body(Map.of("key", team, "name", "Team " + team))
                    .post("/teams")
                    .then()
                    .statusCode(201);
        }
        organization
                .as(TEAM_ADMIN)
                .body(Map.of("name", "mine", "team", "red", "scopes", List.of("read")))
                .post("/api-keys")
                .then()
                .statusCode(201);

        expect(organization, Map.of("action", "team.created", "actor", "organization-ADMIN"), 2);
        expect(organization, Map.of("action", "team", "resourceId", "green"), 1);
        expect(organization, Map.of("actor", "test team-admin", "action", "api-key"), 1);
        expect(organization, Map.of("resourceType", "team", "resourceId", "yellow", "from", start.toString()), 1);
        expect(organization, Map.of("action", "team", "to", start.toString()), 0);
        expect(organization, Map.of("actor", "%"), 0);
        expect(organization, Map.of("action", "tea_"), 0);
    }

    @Test
    void refusesTimesThatAreNone() {
        TestOrganization organization = TestOrganization.create();
        organization
                .as(ORGANIZATION_ADMIN)
                .queryParam("from", "yesterday")
                .get("/audit-entries")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("from"));
        organization
                .as(ORGANIZATION_ADMIN)
                .queryParam("from", "2026-01-02T00:00:00Z")
                .queryParam("to", "2026-01-01T00:00:00Z")
                .get("/audit-entries")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("to"));
    }

    @Test
    void exportsEveryEntryOnceInBothForms() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        fill(organization, 1_700);
        int all = verify(organization, 0).getInteger("checked");

        String ndjson = organization
                .as(ORGANIZATION_ADMIN)
                .header(new Header("Accept", "application/x-ndjson"))
                .get("/audit-entries/ndjson")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/x-ndjson"))
                .header("Content-Disposition", equalTo("attachment; filename=\"audit.ndjson\""))
                .extract()
                .asString();
        List<Long> sequences = ndjson.lines()
                .map(line -> new JsonObject(line).getLong("sequence"))
                .toList();
        assertThat(sequences).hasSize(all).doesNotHaveDuplicates();
        assertThat(sequences.getFirst()).isEqualTo(all);
        assertThat(sequences.getLast()).isEqualTo(1);

        String csv = organization
                .as(ORGANIZATION_ADMIN)
                .header(new Header("Accept", "text/csv"))
                .queryParam("action", "filled")
                .get("/audit-entries/csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv).startsWith(AuditCsv.HEADER);
        assertThat(csv.lines()).hasSize(1 + 1_700);
        assertThat(csv).as("no cell is run as a formula").contains(",'=1+1,").doesNotContain(",=1+1,");
    }

    @Test
    void checksTheWholeChainInPieces() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        fill(organization, AuditChain.PIECE + 100);

        JsonObject whole = verify(organization, 0);
        assertThat(whole.getBoolean("intact")).as(whole.encode()).isTrue();
        assertThat(whole.getBoolean("complete")).isTrue();
        assertThat(whole.getLong("checked"))
                .isEqualTo(whole.getLong("lastSequence"))
                .isGreaterThan(AuditChain.PIECE);

        JsonObject rest = verify(organization, 40);
        assertThat(rest.getBoolean("intact")).as(rest.encode()).isTrue();
        assertThat(rest.getLong("checked")).isEqualTo(whole.getLong("checked") - 40);
        assertThat(rest.getString("lastHash")).isEqualTo(whole.getString("lastHash"));
    }

    @Test
    void saysWhereAnEntryWasAltered() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        fill(organization, 20);
        tamper(organization, "update audit_entry set after = '{\"forged\": true}' where sequence = 12");

        expectBreak(organization, 12, "altered");
    }

    @Test
    void saysWhereAnEntryIsMissing() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        fill(organization, 20);
        tamper(organization, "delete from audit_entry where sequence = 9");

        expectBreak(organization, 9, "missing");
    }

    @Test
    void noticesThatTheNewestEntryIsMissing() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        fill(organization, 20);
        long newest = verify(organization, 0).getLong("lastSequence");
        tamper(organization, "delete from audit_entry where sequence = " + newest);

        expectBreak(organization, newest, "missing");
    }

    @Test
    void noticesAnEntryThatWasHashedAnew() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        fill(organization, 20);
        tamper(
                organization,
                "update audit_entry set actor_name = 'somebody else' where sequence = 12",
                "update audit_entry e set hash = audit_entry_hash(e) where sequence = 12");

        expectBreak(organization, 13, "unlinked");
    }

    @Test
    void applicationCanNeitherChangeNorRemoveEntries() throws SQLException {
        try (Database application = Database.asApplication()) {
            for (String change : List.of(
                    "update audit_entry set action = 'nothing'", "delete from audit_entry", "truncate audit_entry")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> application.execute(change))
                        .as(change)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static void expect(TestOrganization organization, Map<String, String> filter, int count) {
        organization
                .as(ORGANIZATION_ADMIN)
                .queryParams(filter)
                .get("/audit-entries")
                .then()
                .statusCode(200)
                .body("items", hasSize(count))
                .body("items.userAgent", everyItem(startsWith("Apache-HttpClient")));
    }

    private static void expectBreak(TestOrganization organization, long sequence, String reason) {
        JsonObject found = verify(organization, 0);
        assertThat(found.getBoolean("intact")).as(found.encode()).isFalse();
        assertThat(found.getJsonObject("broken").getLong("sequence")).isEqualTo(sequence);
        assertThat(found.getJsonObject("broken").getString("reason")).isEqualTo(reason);
    }

    private static JsonObject verify(TestOrganization organization, long after) {
        return new JsonObject(organization
                .as(ORGANIZATION_ADMIN)
                .queryParam("after", after)
                .get("/audit-entries/verification")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** Writes entries as the backend would, only faster. */
    private static void fill(TestOrganization organization, int count) throws SQLException {
        organization.as(ORGANIZATION_ADMIN).get("/organization").then().statusCode(200);
        try (Database superuser = Database.asSuperuser()) {
            superuser.execute("set app.organization = '" + organization.id() + "'");
            superuser.execute(
                    "insert into audit_entry (organization_id, id, at, actor_kind, actor_id, actor_name, action,"
                            + " resource_type, resource_id, after, user_agent) select '" + organization.id()
                            + "', gen_random_uuid(), now(), 'server', 'test', '=1+1', 'filled', 'filling', n::text,"
                            + " jsonb_build_object('n', n), case when n % 2 = 0 then 'test' end from generate_series(1, "
                            + count
                            + ") n");
        }
    }

    /** What only somebody can do who may switch triggers off. */
    private static void tamper(TestOrganization organization, String... changes) throws SQLException {
        try (Database superuser = Database.asSuperuser()) {
            superuser.execute("set session_replication_role = replica");
            for (String change : changes) {
                superuser.execute(change + " and organization_id = '" + organization.id() + "'");
            }
        }
    }
}
