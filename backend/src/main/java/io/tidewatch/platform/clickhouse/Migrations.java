package io.tidewatch.platform.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Brings the event tables up to date: forward only, each change once. The caller keeps others out meanwhile. */
final class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class);
    private static final String FOLDER = "db/clickhouse";

    private final ClickHouseConfig config;
    private final Map<String, String> files;

    Migrations(ClickHouseConfig config) {
        this(config, ClassPathFolder.read(FOLDER));
    }

    Migrations(ClickHouseConfig config, Map<String, String> files) {
        this.config = config;
        this.files = files;
    }

    /**
     * Applies what is missing.
     *
     * @param server opens a client without a database of its own
     * @param database opens a client of the database, which exists by then
     * @return how many changes were applied
     * @throws IllegalStateException if an applied migration was edited or is gone
     */
    int run(Supplier<Client> server, Supplier<Client> database) throws Exception {
        try (Client client = server.get()) {
            execute(client, runner("create-database").replace("${database}", config.database()));
        }
        try (Client client = database.get()) {
            execute(client, MigrationFile.withEngines(runner("create-table"), config.engines()));
            return applyMissing(client);
        }
    }

    private int applyMissing(Client client) throws Exception {
        Map<Integer, String> applied = applied(client);
        List<MigrationFile> known = known();
        if (!known.stream().map(MigrationFile::version).toList().containsAll(applied.keySet())) {
            throw new IllegalStateException("The event store was migrated by a newer version: " + applied.keySet());
        }
        int newest = applied.keySet().stream().max(Integer::compare).orElse(0);
        int count = 0;
        for (MigrationFile migration : known) {
            String checksum = applied.get(migration.version());
            if (checksum != null && !checksum.equals(migration.checksum())) {
                throw new IllegalStateException("Migration " + migration + " was edited after it was applied");
            }
            if (checksum == null && migration.version() < newest) {
                throw new IllegalStateException("Migration " + migration + " comes after " + newest + " was applied");
            }
            if (checksum == null) {
                apply(client, migration);
                count++;
            }
        }
        return count;
    }

    private void apply(Client client, MigrationFile migration) throws Exception {
        LOG.infof("Event store: applying migration %s", migration);
        for (String statement : migration.statements(config.engines())) {
            execute(client, statement);
        }
        execute(
                client,
                runner("record")
                        .replace("${version}", Integer.toString(migration.version()))
                        .replace("${name}", migration.name())
                        .replace("${checksum}", migration.checksum()));
    }

    /** The migrations on the class path, in order; each feature has a range of numbers. */
    private List<MigrationFile> known() {
        List<MigrationFile> migrations = files.entrySet().stream()
                .flatMap(file -> MigrationFile.of(file.getKey(), file.getValue()).stream())
                .sorted((a, b) -> Integer.compare(a.version(), b.version()))
                .toList();
        for (int i = 1; i < migrations.size(); i++) {
            if (migrations.get(i).version() == migrations.get(i - 1).version()) {
                throw new IllegalStateException("There are two migrations " + migrations.get(i));
            }
        }
        return migrations;
    }

    private Map<Integer, String> applied(Client client) {
        Map<Integer, String> checksums = new HashMap<>();
        for (GenericRecord row : client.queryAll(runner("applied"))) {
            checksums.put(row.getInteger("version"), row.getString("checksum"));
        }
        return checksums;
    }

    private String runner(String name) {
        String sql = files.get("runner/" + name + ".sql");
        if (sql == null) {
            throw new IllegalStateException("db/clickhouse/runner/" + name + ".sql is missing");
        }
        return sql.strip();
    }

    private void execute(Client client, String sql) throws Exception {
        client.execute(sql)
                .get(config.insertTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .close();
    }
}
