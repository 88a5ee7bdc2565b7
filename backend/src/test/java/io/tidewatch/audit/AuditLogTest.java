package io.tidewatch.audit;

import static io.tidewatch.test.Person.ORGANIZATION_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.Database;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every change leaves one entry in its own transaction, and nobody can alter it unseen. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class AuditLogTest {

    @Test
    void changeIsWrittenWithItsActorAndBothStates() {
        TestOrganization organization = TestOrganization.create();
        organization
                .as(ORGANIZATION_ADMIN)
                .header("If-Match", "*")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body(Map.of("name", "Renamed"))
                .patch("/organization")
                .then()
                .statusCode(200);

        organization
                .as(ORGANIZATION_ADMIN)
                .get("/audit-entries?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("organization.changed"))
                .body("items[0].actor.kind", equalTo("person"))
                .body("items[0].before.name", equalTo("Organization " + organization.key()))
                .body("items[0].after.name", equalTo("Renamed"))
                .body("items[0].traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"))
                .body("items[0].remoteAddress", notNullValue())
                .body("items[0].hash", matchesPattern("[0-9a-f]{64}"))
                .body("nextCursor", notNullValue());
    }

    @Test
    void refusedChangeLeavesNoEntry() {
        TestOrganization organization = TestOrganization.create();
        Map<String, String> team = Map.of("key", "red", "name", "Red again");
        organization.as(ORGANIZATION_ADMIN).body(team).post("/teams").then().statusCode(409);

        organization
                .as(ORGANIZATION_ADMIN)
                .get("/audit-entries")
                .then()
                .body("items.after.name", not(hasItem("Red again")));
    }

    @Test
    void pagesAreCompleteAndNewestFirst() {
        TestOrganization organization = TestOrganization.create();
        organization.as(ORGANIZATION_ADMIN).get("/organization").then().statusCode(200);
        List<Integer> sequences = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = organization
                    .as(ORGANIZATION_ADMIN)
                    .queryParam("limit", 4)
                    .queryParam("cursor", cursor)
                    .get("/audit-entries")
                    .then()
                    .statusCode(200)
                    .extract();
            sequences.addAll(page.<List<Integer>>path("items.sequence"));
            cursor = page.path("nextCursor");
        }
        int newest = sequences.getFirst();
        assertThat(newest).isGreaterThan(4);
        assertThat(sequences)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, newest)
                        .map(i -> newest + 1 - i)
                        .boxed()
                        .toList());
    }

    @Test
    void entriesCannotBeChangedOrRemoved() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        try (Database superuser = Database.asSuperuser()) {
            String id = organizationId(superuser, organization);
            for (String change : List.of(
                    "update audit_entry set action = 'nothing' where organization_id = '" + id + "'",
                    "delete from audit_entry where organization_id = '" + id + "'",
                    "truncate audit_entry")) {
                assertThatThrownBy(() -> superuser.execute(change))
                        .as(change)
                        .hasMessageContaining("audit entries are never changed");
            }
        }
        try (Database application = Database.asApplication()) {
            assertThatThrownBy(() -> application.execute("update audit_head set sequence = 0"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyLinkOfTheChainHolds() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        try (Database superuser = Database.asSuperuser()) {
            String id = organizationId(superuser, organization);
            assertThat(superuser.value("select count(*) from audit_entry where organization_id = '" + id + "'"))
                    .isNotEqualTo("0");
            assertThat(broken(superuser, id)).isEmpty();
        }
    }

    @Test
    void aForgedEntryBreaksTheChain() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        try (Database superuser = Database.asSuperuser()) {
            String id = organizationId(superuser, organization);
            // Only somebody who may switch triggers off gets this far.
            superuser.execute("alter table audit_entry disable trigger audit_entry_refuse");
            try {
                superuser.execute("update audit_entry set actor_name = 'somebody else' where sequence = 2"
                        + " and organization_id = '" + id + "'");
            } finally {
                superuser.execute("alter table audit_entry enable trigger audit_entry_refuse");
            }
            assertThat(broken(superuser, id)).contains("2");
        }
    }

    /** The entries whose hash isn't right, or that don't follow the one before. */
    private static List<String> broken(Database database, String organizationId) throws SQLException {
        return database.column("select sequence from (select e.sequence, e.hash, audit_entry_hash(e) as expected,"
                + " e.previous_hash, coalesce(lag(e.hash) over (order by e.sequence), '') as previous"
                + " from audit_entry e where organization_id = '" + organizationId + "') links"
                + " where hash <> expected or previous_hash <> previous");
    }

    private static String organizationId(Database database, TestOrganization organization) throws SQLException {
        return database.value("select organization_id from organization where key = '" + organization.key() + "'");
    }
}
