package io.tidewatch.local;

import io.tidewatch.local.process.ChildProcess;
import io.tidewatch.local.process.ChildSpec;
import io.tidewatch.local.process.Folders;
import io.tidewatch.local.process.FreePort;
import io.tidewatch.local.process.LogFile;
import io.tidewatch.local.process.PrivateFile;
import io.tidewatch.local.process.Readiness;
import io.tidewatch.local.process.Secrets;
import io.tidewatch.local.process.Unprivileged;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server on the loopback interface, with the database {@code tidewatch} and its two roles: the owner, who
 * migrates, and the application, to which row-level security applies. Passwords are random and kept in its folder.
 */
public final class LocalPostgres implements RunningPart {

    private static final String SUPERUSER = "postgres";

    /** Looks for the effect of the last statement of roles.sql. */
    private static final String ROLES_ARE_READY = "SELECT 1 FROM pg_database WHERE datname = 'tidewatch'"
            + " AND array_to_string(datacl, ',') LIKE '%tidewatch_app=%'";

    /** SQLSTATE of a role or a database that is already there. */
    private static final Set<String> DUPLICATE = Set.of("42710", "42P04");

    private final ChildProcess server;
    private final int port;
    private final Secrets secrets;

    private LocalPostgres(ChildProcess server, int port, Secrets secrets) {
        this.server = server;
        this.port = port;
        this.secrets = secrets;
    }

    /**
     * A name and its password.
     *
     * @param username role to log in as
     * @param password its random password
     */
    public record Login(String username, String password) {}

    /** Starts a durable server on a free port; see {@link #start(Path, PostgresOptions)}. */
    public static LocalPostgres start(Path folder) {
        return start(folder, PostgresOptions.forData());
    }

    /**
     * Starts a server on the data in this folder, which is made if it is empty, and waits until it answers.
     *
     * @param home holds the data and the passwords; used by one server at a time
     * @throws LocalStackException when the server cannot start
     */
    public static LocalPostgres start(Path home, PostgresOptions options) {
        Path folder = home.toAbsolutePath();
        PrivateFile.createFolder(folder);
        Path binaries = PostgresBinaries.folder().resolve("bin");
        Unprivileged.Prefix prefix = Unprivileged.notRoot();
        Secrets secrets = Secrets.in(folder);
        Path data = folder.resolve("data");
        if (!Files.isDirectory(data)) {
            initialize(folder, data, binaries, prefix, secrets, options);
        }
        int port = options.port() == 0 ? FreePort.any() : options.port();
        Path log = options.log() == null ? folder.resolve("postgres.log") : options.log();
        List<String> command = new ArrayList<>(prefix.words());
        command.addAll(List.of(binaries.resolve("postgres").toString(), "-D", data.toString()));
        settings(port, options.durable()).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        // SIGINT is PostgreSQL's fast shutdown: it ends the sessions instead of waiting for them.
        ChildProcess server = ChildProcess.start(
                new ChildSpec("postgres", command, Map.of(), folder, log, "INT", Duration.ofSeconds(20)));
        LocalPostgres postgres = new LocalPostgres(server, port, secrets);
        try {
            Readiness.await(server, Duration.ofSeconds(60), postgres::acceptsConnections);
            postgres.prepareRoles();
        } catch (SQLException | IOException e) {
            postgres.close();
            throw new LocalStackException("PostgreSQL's roles and database cannot be made: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    private static Map<String, String> settings(int port, boolean durable) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "64MB");
        settings.put("max_wal_size", "256MB");
        settings.put("log_timezone", "UTC");
        settings.put("timezone", "UTC");
        if (!durable) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
        }
        return settings;
    }

    private static void initialize(
            Path folder,
            Path data,
            Path binaries,
            Unprivileged.Prefix prefix,
            Secrets secrets,
            PostgresOptions options) {
        Path part = folder.resolve("data.part");
        Path password = folder.resolve("superuser.part");
        Path log = folder.resolve("initdb.log");
        try {
            Folders.delete(part);
            Files.createDirectory(part);
            PrivateFile.write(password, secrets.get(SUPERUSER));
            prefix.own(part);
            List<String> command = new ArrayList<>(prefix.words());
            command.addAll(List.of(binaries.resolve("initdb").toString(), "-D", part.toString()));
            command.addAll(List.of("-U", SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8"));
            command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            if (!options.durable()) {
                command.add("--no-sync");
            }
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!initdb.waitFor(120, TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new LocalStackException("PostgreSQL could not make its data folder:\n" + LogFile.tail(log, 20));
            }
            Files.delete(password);
            Files.move(part, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while PostgreSQL made its data folder", e);
        }
    }

    private boolean acceptsConnections() throws SQLException {
        try (Connection connection = connect(SUPERUSER, superuser())) {
            return connection.isValid(5);
        }
    }

    /** Makes roles and database unless they are there; each time, so that an interrupted first start is made good. */
    private void prepareRoles() throws SQLException, IOException {
        try (Connection connection = connect(SUPERUSER, superuser());
                Statement statement = connection.createStatement()) {
            if (!exists(statement, ROLES_ARE_READY)) {
                runScript(statement, "/postgres/roles.sql");
            }
            // Passwords have no quotes in them: letters and digits only.
            statement.execute("ALTER ROLE tidewatch_owner PASSWORD '" + owner().password() + "'");
            statement.execute(
                    "ALTER ROLE tidewatch_app PASSWORD '" + application().password() + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void runScript(Statement statement, String resource) throws SQLException, IOException {
        try (InputStream in = LocalPostgres.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String sql : script.split(";\n", -1)) {
                if (!sql.isBlank()) {
                    runUnlessThere(statement, sql);
                }
            }
        }
    }

    private static void runUnlessThere(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!DUPLICATE.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** Where it listens, on the loopback interface. */
    public int port() {
        return port;
    }

    /** Address of the database for JDBC. */
    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    /** Address of the database for the reactive client. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/tidewatch";
    }

    /** Owns the database and its tables; migrates. */
    public Login owner() {
        return login("tidewatch_owner");
    }

    /** What the backend works as; row-level security applies to it. */
    public Login application() {
        return login("tidewatch_app");
    }

    /** May do everything; for tests that look behind row-level security. */
    public Login superuser() {
        return login(SUPERUSER);
    }

    private Login login(String role) {
        return new Login(role, secrets.get(role));
    }

    /** Opens a connection to the database {@code tidewatch}; the caller closes it. */
    public Connection connect(Login login) throws SQLException {
        return connect("tidewatch", login);
    }

    private Connection connect(String database, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.username());
        properties.setProperty("password", login.password());
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
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
