package io.tidewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tidewatch.test.Database;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Every table of an organization is closed by the database itself, whatever the code does. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class SchemaTest {

    /** Tables without rows of an organization, or with ids only; the application role has no grant on them. */
    private static final Set<String> NOT_OF_AN_ORGANIZATION = Set.of(
            "flyway_schema_history",
            "job_queue",
            "person_session",
            "ended_session",
            "logout_token",
            "person_preference");

    private static final String TABLES =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')";

    @Test
    void everyTableOfAnOrganizationForcesRowLevelSecurity() throws SQLException {
        try (Database database = Database.asSuperuser()) {
            assertThat(database.column(TABLES + " and relrowsecurity and relforcerowsecurity"))
                    .containsExactlyInAnyOrderElementsOf(tenantTables(database));
        }
    }

    @Test
    void everyTableOfAnOrganizationSaysWhoseEachRowIs() throws SQLException {
        try (Database database = Database.asSuperuser()) {
            assertThat(database.column("select table_name from information_schema.columns where table_schema = 'public'"
                            + " and column_name = 'organization_id' and is_nullable = 'NO' and data_type = 'uuid'"))
                    .containsAll(tenantTables(database));
        }
    }

    @Test
    void everyPolicyOfTheApplicationComparesTheOrganization() throws SQLException {
        try (Database database = Database.asSuperuser()) {
            List<String> guarded = database.column("select tablename from pg_policies where schemaname = 'public'"
                    + " and policyname = 'organization_isolation' and roles = '{public}' and cmd = 'ALL'"
                    + " and qual = '(organization_id = current_organization())' and with_check = qual");
            assertThat(guarded).containsExactlyInAnyOrderElementsOf(tenantTables(database));
            assertThat(database.column("select distinct roles::text from pg_policies"
                            + " where schemaname = 'public' and policyname <> 'organization_isolation'"))
                    .as("further policies are for the owner only")
                    .containsOnly("{tidewatch_owner}");
        }
    }

    @Test
    void everyUniqueKeyOfAnOrganizationsTableHoldsTheOrganization() throws SQLException {
        try (Database database = Database.asSuperuser()) {
            List<String> loose = database.column("select conname from pg_constraint c"
                    + " where connamespace = 'public'::regnamespace and contype in ('p', 'u')"
                    + " and exists (select from pg_attribute a where a.attrelid = c.conrelid"
                    + "   and a.attname = 'organization_id')"
                    + " and not exists (select from pg_attribute a where a.attrelid = c.conrelid"
                    + "   and a.attname = 'organization_id' and a.attnum = any (c.conkey))");
            // Found before the organization is known.
            assertThat(loose).containsExactlyInAnyOrder("organization_key_uk", "api_key_id_uk");
        }
    }

    @Test
    void everyForeignKeyBetweenTablesOfOrganizationsHoldsTheOrganization() throws SQLException {
        try (Database database = Database.asSuperuser()) {
            assertThat(database.column("select conname from pg_constraint c"
                            + " where connamespace = 'public'::regnamespace and contype = 'f'"
                            + " and not exists (select from pg_attribute a where a.attrelid = c.conrelid"
                            + "   and a.attname = 'organization_id' and a.attnum = any (c.conkey))"))
                    .isEmpty();
        }
    }

    @Test
    void applicationSeesNothingWithoutAnOrganization() throws SQLException {
        TestOrganization organization = TestOrganization.create();
        organization.as(Person.EDITOR).get("/organization").then().statusCode(200);
        try (Database superuser = Database.asSuperuser();
                Database application = Database.asApplication()) {
            assertThat(superuser.value("select count(*) from organization")).isNotEqualTo("0");
            for (String table : tenantTables(superuser)) {
                boolean readable = superuser
                        .value("select has_table_privilege('tidewatch_app', '" + table + "', 'SELECT')")
                        .equals("t");
                if (readable) {
                    assertThat(application.value("select count(*) from " + table))
                            .as(table)
                            .isEqualTo("0");
                }
            }
        }
    }

    @Test
    void applicationIsNeitherOwnerNorSuperuser() throws SQLException {
        try (Database database = Database.asSuperuser()) {
            assertThat(database.value("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                            + " from pg_roles where rolname = 'tidewatch_app'"))
                    .isEqualTo("f");
            assertThat(database.column("select relname from pg_class where relnamespace = 'public'::regnamespace"
                            + " and pg_get_userbyid(relowner) = 'tidewatch_app'"))
                    .isEmpty();
            assertThat(database.value("select pg_has_role('tidewatch_app', 'tidewatch_owner', 'MEMBER')"))
                    .isEqualTo("f");
        }
    }

    @Test
    void applicationCanNeitherCreateOrganizationsNorTouchTheirTables() throws SQLException {
        try (Database application = Database.asApplication()) {
            for (String forbidden : List.of(
                    "insert into organization (organization_id, key, name, created_at, updated_at)"
                            + " values (gen_random_uuid(), 'x', 'x', now(), now())",
                    "select provision_organization(gen_random_uuid(), 'x', 'x', now())",
                    "select * from job_queue",
                    "select * from person_session",
                    "select * from ended_session",
                    "select * from logout_token",
                    "select * from person_preference",
                    "truncate team",
                    "alter table team no force row level security",
                    "drop policy organization_isolation on team",
                    "set role tidewatch_owner",
                    "create table mine (a int)")) {
                assertThatThrownBy(() -> application.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void everyEventTableIsSortedByOrganizationFirst() {
        String url = ConfigProvider.getConfig().getValue("tidewatch.clickhouse.url", String.class);
        String answer = RestAssured.given()
                .baseUri(url)
                .body("SELECT name, sorting_key FROM system.tables WHERE database = 'tidewatch'"
                        + " AND engine LIKE '%MergeTree' AND name <> 'schema_migration' FORMAT TSV")
                .post("/")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<String> loose = Arrays.stream(answer.split("\n"))
                .filter(line -> !line.isBlank())
                .filter(line -> !line.split("\t")[1].startsWith("organization_id"))
                .toList();
        assertThat(loose).isEmpty();
    }

    private static List<String> tenantTables(Database database) throws SQLException {
        return database.column(TABLES).stream()
                .filter(table -> !NOT_OF_AN_ORGANIZATION.contains(table))
                .toList();
    }
}
