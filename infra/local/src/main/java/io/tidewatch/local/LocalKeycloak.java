package io.tidewatch.local;

import io.tidewatch.local.accounts.RealmImport;
import io.tidewatch.local.process.ChildProcess;
import io.tidewatch.local.process.ChildSpec;
import io.tidewatch.local.process.FreePort;
import io.tidewatch.local.process.PrivateFile;
import io.tidewatch.local.process.Readiness;
import io.tidewatch.local.process.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Keycloak server on the loopback interface with the realm {@code tidewatch}. Its data, and the random password of
 * its administrator, are in its folder.
 */
public final class LocalKeycloak implements RunningPart {

    /** Name of the administrator; the password is random, see {@link #adminPassword()}. */
    public static final String ADMIN = "tidewatch-admin";

    /** Measured: serial collector and first compiler tier halve its start and save a quarter of its memory. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError");

    private final ChildProcess server;
    private final URI url;
    private final Secrets secrets;

    private LocalKeycloak(ChildProcess server, URI url, Secrets secrets) {
        this.server = server;
        this.url = url;
        this.secrets = secrets;
    }

    /** Starts on a free port; see {@link #start(Path, List, KeycloakOptions)}. */
    public static LocalKeycloak start(Path folder, RealmImport realm) {
        return start(folder, List.of(realm), KeycloakOptions.defaults());
    }

    /**
     * Starts a server on the data in this folder and waits until its realms answer. A realm that is not there yet is
     * imported; one that is there gets the web application's client of its import, and the groups and users it lacks.
     *
     * @param realms what it serves, {@link RealmImport#REALM} first
     * @param folder holds the data and the administrator's password; used by one server at a time
     * @throws LocalStackException when the server cannot start
     */
    public static LocalKeycloak start(Path folder, List<RealmImport> realms, KeycloakOptions options) {
        Path home = folder.toAbsolutePath();
        Secrets secrets = Secrets.in(home);
        int port = options.port() == 0 ? FreePort.any() : options.port();
        URI url = URI.create("http://127.0.0.1:" + port);
        boolean first = !Files.exists(home.resolve("data/h2"));
        arrange(home, realms);
        Path log = options.log() == null ? home.resolve("keycloak.log") : options.log();
        ChildProcess server = ChildProcess.start(ChildSpec.of(
                "keycloak",
                KeycloakDistribution.command(home, JVM_OPTIONS, arguments(url)),
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(ADMIN)),
                home,
                log));
        LocalKeycloak keycloak = new LocalKeycloak(server, url, secrets);
        try {
            for (RealmImport realm : realms) {
                URI discovery = URI.create(keycloak.issuer(realm.name()) + "/.well-known/openid-configuration");
                Readiness.await(server, Duration.ofMinutes(4), () -> Readiness.answers(discovery));
                keycloak.rememberOrUpdate(home, realm, first);
            }
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
        return keycloak;
    }

    private static List<String> arguments(URI url) {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + url.getPort(),
                "--hostname=" + url);
    }

    /** Keycloak's home: its own data beside links to the shared distribution. */
    private static void arrange(Path home, List<RealmImport> realms) {
        Path distribution = KeycloakDistribution.folder();
        PrivateFile.createFolder(home);
        try {
            for (String shared : List.of("bin", "conf", "lib", "providers", "themes")) {
                Path link = home.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (RealmImport realm : realms) {
            PrivateFile.write(home.resolve("data/import/" + realm.name() + "-realm.json"), realm.json());
        }
    }

    /** Keycloak imports a realm only once: what changed since (ports, accounts) goes through its admin interface. */
    private void rememberOrUpdate(Path home, RealmImport realm, boolean first) {
        boolean only = realm.name().equals(RealmImport.REALM);
        Path applied = home.resolve(only ? "realm-applied.json" : realm.name() + "-realm-applied.json");
        try {
            String json = realm.json();
            if (!first && !(Files.exists(applied) && Files.readString(applied).equals(json))) {
                new KeycloakAdmin(url, realm.name(), ADMIN, adminPassword()).update(realm);
            }
            PrivateFile.write(applied, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public URI url() {
        return url;
    }

    /** The issuer of its tokens; also the address from which the rest is discovered. */
    public URI issuer() {
        return issuer(RealmImport.REALM);
    }

    /** The issuer of the tokens of one realm. */
    public URI issuer(String realm) {
        return url.resolve("/realms/" + realm);
    }

    /** The administrator's random password. */
    public String adminPassword() {
        return secrets.get(ADMIN);
    }

    /**
     * Signs a person in by password, as scripts and tests do.
     *
     * @return an access token for the backend, valid for five minutes
     * @throws LocalStackException when Keycloak refuses
     */
    public String accessToken(String username, String password) {
        return KeycloakAdmin.passwordGrant(url, RealmImport.REALM, RealmImport.CLI, username, password);
    }

    @Override
    public ChildProcess process() {
        return server;
    }

    /** Stops the server and waits until it is gone. */
    @Override
    public void close() {
        server.close();
    }
}
