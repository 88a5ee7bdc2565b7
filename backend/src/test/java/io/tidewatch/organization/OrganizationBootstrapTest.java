package io.tidewatch.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.organization.BootstrapFile.OrganizationEntry;
import io.tidewatch.test.Database;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bootstrap file creates what is missing and leaves the rest alone. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class OrganizationBootstrapTest {

    private static final String SECRET = "x".repeat(40);

    private final String key = "boot-" + UUID.randomUUID().toString().substring(0, 8);
    private final String keyId = UUID.randomUUID().toString().replace("-", "").substring(0, 16);

    @Inject
    OrganizationBootstrap bootstrap;

    @Inject
    ObjectMapper json;

    @Test
    void secondRunChangesNothing() throws Exception {
        OrganizationEntry entry = entry("Acme", "Delays");
        bootstrap.apply(entry);
        String first = state();
        bootstrap.apply(entry);

        assertThat(state()).isEqualTo(first);
        assertThat(first).startsWith("Acme 1 team(s), 2 mapping(s), 1 key(s)");
    }

    @Test
    void namesFollowTheFile() throws Exception {
        bootstrap.apply(entry("Acme", "Delays"));
        bootstrap.apply(entry("Acme Two", "Delays and more"));

        assertThat(state()).startsWith("Acme Two 1 team(s)");
        try (Database database = Database.asSuperuser()) {
            assertThat(database.value("select t.name from team t join organization o using (organization_id)"
                            + " where o.key = '" + key + "'"))
                    .isEqualTo("Delays and more");
        }
    }

    @Test
    void whatPeopleChangedStaysUntilTheFileSaysSomethingElse() throws Exception {
        bootstrap.apply(entry("Acme", "Delays"));
        try (Database database = Database.asSuperuser()) {
            database.execute("update organization set name = 'Renamed' where key = '" + key + "'");
            database.execute("delete from group_mapping g using organization o where o.organization_id ="
                    + " g.organization_id and o.key = '" + key + "' and g.group_name = 'editors'");
        }

        bootstrap.apply(entry("Acme", "Delays"));
        assertThat(state()).startsWith("Renamed 1 team(s), 1 mapping(s)");

        bootstrap.apply(entry("Acme", "Late arrivals"));
        assertThat(state()).startsWith("Acme 1 team(s), 2 mapping(s)");
    }

    @Test
    void keyOpensTheOrganizationUntilItIsRevokedForGood() throws Exception {
        bootstrap.apply(entry("Acme", "Delays"));
        String text = "tw_" + keyId + "_" + SECRET;
        TestOrganization.withToken(text).get("/organization").then().statusCode(200);

        try (Database database = Database.asSuperuser()) {
            database.execute("update api_key set revoked_at = now() where id = '" + keyId + "'");
        }
        bootstrap.apply(entry("Acme", "Delays"));

        try (Database database = Database.asSuperuser()) {
            assertThat(database.value("select revoked_at is not null from api_key where id = '" + keyId + "'"))
                    .isEqualTo("t");
        }
    }

    private OrganizationEntry entry(String name, String team) throws IOException {
        return json.readValue("""
                {"key": "%s", "name": "%s", "modelsVisibleToAllTeams": true, "issuers": ["https://issuer.example"],
                 "teams": [{"key": "delays", "name": "%s"}],
                 "groupMappings": [
                   {"issuer": "https://issuer.example", "group": "editors", "team": "delays", "role": "editor"},
                   {"issuer": "https://issuer.example", "group": "admins", "organizationAdmin": true}],
                 "apiKeys": [{"id": "%s", "name": "replay", "team": "delays", "scopes": ["ingest", "read"],
                   "secretHash": "%s"}]}
                """.formatted(key, name, team, keyId, hash()), OrganizationEntry.class);
    }

    private static String hash() {
        return new io.tidewatch.platform.security.ApiKeyToken("a".repeat(16), SECRET).secretHash();
    }

    private String state() throws SQLException {
        try (Database database = Database.asSuperuser()) {
            return database.value("select o.name || ' '"
                    + " || (select count(*) from team t where t.organization_id = o.organization_id) || ' team(s), '"
                    + " || (select count(*) from group_mapping g where g.organization_id = o.organization_id)"
                    + " || ' mapping(s), '"
                    + " || (select count(*) from api_key k where k.organization_id = o.organization_id) || ' key(s), '"
                    + " || (select count(*) from audit_entry a where a.organization_id = o.organization_id)"
                    + " || ' audit entries, revision ' || o.revision from organization o where o.key = '" + key + "'");
        }
    }
}
