package io.tidewatch.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tidewatch.clickhouse.embedded.EmbeddedClickHouse;
import io.tidewatch.local.KeycloakOptions;
import io.tidewatch.local.LocalKeycloak;
import io.tidewatch.local.LocalPostgres;
import io.tidewatch.local.PostgresOptions;
import io.tidewatch.local.accounts.Accounts;
import io.tidewatch.local.accounts.RealmImport;
import io.tidewatch.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** PostgreSQL, the ClickHouse engine and Keycloak, started side by side once for all Quarkus tests of a run. */
public final class TestStack implements QuarkusTestResourceLifecycleManager {

    /** Config key under which tests find the superuser's JDBC address. */
    public static final String SUPERUSER_URL = "test.postgres.superuser-url";

    /** Config key of the private key that the test realm signs with. */
    public static final String REALM_KEY = "test.keycloak.realm-key";

    /** Config key of the private key that the realm of the second provider signs with. */
    public static final String PARTNER_KEY = "test.keycloak.partner-key";

    /** Config key of the issuer of the second provider. */
    public static final String PARTNER = "tidewatch.identity.providers.partner.issuer";

    /** Config key of the password of Keycloak's administrator. */
    public static final String KEYCLOAK_ADMIN_PASSWORD = "test.keycloak.admin-password";

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path folder = temporaryFolder();
    private CompletableFuture<LocalPostgres> postgres = new CompletableFuture<>();
    private CompletableFuture<EmbeddedClickHouse> clickHouse = new CompletableFuture<>();
    private CompletableFuture<LocalKeycloak> keycloak = new CompletableFuture<>();

    @Override
    public Map<String, String> start() {
        postgres = CompletableFuture.supplyAsync(
                () -> LocalPostgres.start(folder.resolve("postgres"), PostgresOptions.forTests()));
        clickHouse = CompletableFuture.supplyAsync(() -> EmbeddedClickHouse.builder()
                .dataDirectory(folder.resolve("clickhouse"))
                .log(folder.resolve("clickhouse.log"))
                .start());
        String realmKey = RealmKey.encoded(TARGET, "realm");
        String partnerKey = RealmKey.encoded(TARGET, "partner");
        List<RealmImport> realms = realms(realmKey, partnerKey);
        // Keycloak's data outlives the run, because its first start on an empty folder is slow.
        Path keycloakFolder = TARGET.resolve("test-keycloak-" + Integer.toHexString(realms.hashCode()));
        keycloak = CompletableFuture.supplyAsync(
                () -> LocalKeycloak.start(keycloakFolder, realms, KeycloakOptions.defaults()));
        Map<String, String> config = new LinkedHashMap<>();
        describe(postgres.join(), config);
        bePatient(postgres.join());
        config.put("tidewatch.clickhouse.url", clickHouse.join().url().toString());
        config.put("tidewatch.ingestion.log.folder", folder.resolve("log").toString());
        String issuer = keycloak.join().issuer().toString();
        config.put("quarkus.oidc.auth-server-url", issuer);
        config.put("tidewatch.identity.logout-clients", "tidewatch-frontend,tidewatch-cli");
        config.put(PARTNER, keycloak.join().issuer("partner").toString());
        config.put(REALM_KEY, realmKey);
        config.put(PARTNER_KEY, partnerKey);
        config.put(KEYCLOAK_ADMIN_PASSWORD, keycloak.join().adminPassword());
        return config;
    }

    /** Two providers, which know people and groups of the same names. */
    private static List<RealmImport> realms(String realmKey, String partnerKey) {
        URI nowhere = URI.create("http://127.0.0.1:1");
        Accounts accounts = Person.accounts();
        Accounts.Provider partner = new Accounts.Provider("partner", "Partner", accounts.users());
        return List.of(
                new RealmImport(RealmKey.addTo(
                        RealmImport.from(accounts, nowhere, "not-used").content(), realmKey)),
                new RealmImport(RealmKey.addTo(
                        RealmImport.of(partner, nowhere, "not-used").content(), partnerKey)));
    }

    private static void describe(LocalPostgres postgres, Map<String, String> config) {
        config.put("quarkus.datasource.reactive.url", postgres.reactiveUrl());
        config.put("quarkus.datasource.reactive.max-size", "4");
        config.put("quarkus.datasource.username", postgres.application().username());
        config.put("quarkus.datasource.password", postgres.application().password());
        config.put("quarkus.datasource.owner.jdbc.url", postgres.jdbcUrl());
        config.put("quarkus.datasource.owner.username", postgres.owner().username());
        config.put("quarkus.datasource.owner.password", postgres.owner().password());
        LocalPostgres.Login superuser = postgres.superuser();
        config.put(
                SUPERUSER_URL,
                postgres.jdbcUrl() + "?user=" + superuser.username() + "&password=" + superuser.password());
    }

    /** Machines that run tests are busy: a cold query plan may take longer than production's limits. */
    private static void bePatient(LocalPostgres postgres) {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            for (String limit :
                    List.of("statement_timeout", "idle_in_transaction_session_timeout", "transaction_timeout")) {
                statement.execute("ALTER ROLE tidewatch_app SET " + limit + " = '60s'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("tidewatch-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        close(keycloak);
        close(clickHouse);
        close(postgres);
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(CompletableFuture<? extends AutoCloseable> part) {
        try {
            if (part.isDone() && !part.isCompletedExceptionally()) {
                part.join().close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
