package io.tidewatch.platform.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import com.clickhouse.jdbc.StatementImpl;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.job.WorkerPool;
import io.tidewatch.platform.limit.EngagedOwners;
import io.tidewatch.platform.tenancy.OrganizationId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one door to ClickHouse. Statements come from {@code resources/sql}, always carry the organization, and run on a
 * bounded pool, of which an organization never takes more than half, with bounded time and memory; failures arrive as problems.
 * The queries of an organization that keeps the engine busy stand back while others need it, too.
 */
@ApplicationScoped
public class ClickHouse {

    private static final Duration SERVER_SLACK = Duration.ofSeconds(10);
    /** Threads with this niceness get about a ninth of the processor time of others that want it at the same time. */
    private static final String NICE = "10";

    private final SqlStatements statements;
    private final ClickHouseConfig config;
    private final ClickHouseConnections connections;
    private final WorkerPool workers;
    private final EngagedOwners<OrganizationId> engaged = new EngagedOwners<>(System::nanoTime);

    ClickHouse(SqlStatements statements, ClickHouseConfig config, ClickHouseConnections connections) {
        this.statements = statements;
        this.config = config;
        this.connections = connections;
        this.workers = new WorkerPool("clickhouse", config.parallel(), config.waiting(), this::places);
    }

    /** Half of all for an organization, and a single one while it stands back: reading the answers costs this server, too. */
    private int places(Object organization) {
        return engaged.standsBack((OrganizationId) organization) ? 1 : Math.max(1, config.parallel() / 2);
    }

    /**
     * Prepares a statement for an organization.
     *
     * @param name feature and file without ending: {@code analysis/volume}
     */
    public Query query(String name, OrganizationId organization) {
        return new Query(this, statements.get(name), organization, config.queryTimeout());
    }

    /**
     * Inserts rows and waits until the server has them on disk. Safe to repeat with the same token. Fails with {@link
     * RefusedRowsException} if the rows are at fault, else with a problem.
     *
     * @return how many rows the server wrote
     */
    public Uni<Long> insert(BinaryInsert insert) {
        return workers.run(() -> insertNow(insert)).onFailure().transform(ClickHouseErrors::ofInsert);
    }

    Uni<Long> run(
            SqlStatement statement,
            OrganizationId organization,
            Map<String, String> values,
            Duration timeout,
            Consumer<Row> consumer) {
        return workers.run(organization, () -> {
                    boolean standsBack = engaged.standsBack(organization);
                    engaged.begin(organization);
                    try {
                        return runNow(statement, organization, values, timeout, standsBack, consumer);
                    } finally {
                        engaged.end(organization);
                    }
                })
                .onFailure()
                .transform(ClickHouseErrors::problem);
    }

    Uni<Void> change(
            SqlStatement statement, OrganizationId organization, Map<String, String> values, Duration timeout) {
        return workers.run(organization, () -> changeNow(statement, organization, values, timeout))
                .onFailure()
                .transform(ClickHouseErrors::problem)
                .replaceWithVoid();
    }

    @SuppressWarnings("resource") // The connection is shared and closed at shutdown.
    private long changeNow(
            SqlStatement statement, OrganizationId organization, Map<String, String> values, Duration timeout)
            throws SQLException {
        try (StatementImpl run = (StatementImpl) connections.queries().createStatement()) {
            run.setEscapeProcessing(false);
            var settings = run.getLocalSettings();
            settings.logComment(organization + " " + statement.name());
            settings.setNetworkTimeout(timeout.plus(SERVER_SLACK).toMillis(), ChronoUnit.MILLIS);
            settings.serverSetting("max_execution_time", Long.toString(Math.max(1, timeout.toSeconds())));
            settings.serverSetting("max_memory_usage", Long.toString(config.queryMemory()));
            // The answer must mean that the rows are changed, on every replica.
            settings.serverSetting("mutations_sync", "2");
            settings.serverSetting("allow_nondeterministic_mutations", "1");
            values.forEach((name, value) -> settings.serverSetting("param_" + name, value));
            return run.executeUpdate(statement.text());
        }
    }

    @SuppressWarnings("resource") // The connection is shared and closed at shutdown.
    private long runNow(
            SqlStatement statement,
            OrganizationId organization,
            Map<String, String> values,
            Duration timeout,
            boolean standsBack,
            Consumer<Row> consumer)
            throws SQLException {
        Connection connection = connections.queries();
        try (StatementImpl run = (StatementImpl) connection.createStatement()) {
            // Braces are ClickHouse parameters, not JDBC escapes.
            run.setEscapeProcessing(false);
            var settings = run.getLocalSettings();
            settings.logComment(organization + " " + statement.name());
            // The server ends the query in time and says so; the client only gives up on a server that doesn't.
            settings.setNetworkTimeout(timeout.plus(SERVER_SLACK).toMillis(), ChronoUnit.MILLIS);
            settings.serverSetting("max_execution_time", Long.toString(Math.max(1, timeout.toSeconds())));
            settings.serverSetting("max_memory_usage", Long.toString(config.queryMemory()));
            settings.serverSetting("readonly", "2");
            // The engine would reserve memory by what the same statement needed last, for each partition it reads:
            // three
            // times slower for months of values, and wrong as soon as the window is another.
            settings.serverSetting("collect_hash_table_stats_during_aggregation", "0");
            // For rows in binary form the threads that format in parallel cost twice what they do, and keep to no
            // priority.
            settings.serverSetting("output_format_parallel_formatting", "0");
            if (standsBack) {
                settings.serverSetting("max_threads", "1");
                // The server ignores it where it may not set priorities.
                settings.serverSetting("os_threads_nice_value_query", NICE);
            }
            values.forEach((name, value) -> settings.serverSetting("param_" + name, value));
            long count = 0;
            try (ResultSet results = run.executeQuery(statement.text())) {
                Row row = new Row(results);
                while (results.next()) {
                    consumer.accept(row);
                    count++;
                }
            }
            return count;
        }
    }

    @SuppressWarnings("resource") // The client is shared and closed at shutdown.
    private long insertNow(BinaryInsert insert) throws Exception {
        Client client = connections.inserts();
        InsertSettings settings = new InsertSettings()
                .setDeduplicationToken(insert.deduplicationToken())
                // Explicit, whatever the server's profile says: the answer must mean that the rows are stored as sent.
                .serverSetting("async_insert", "0")
                .serverSetting("wait_end_of_query", "1")
                .serverSetting("optimize_on_insert", "0");
        try (InsertResponse response = client.insert(
                        insert.table(),
                        insert.columns(),
                        out -> insert.body().writeTo(out),
                        ClickHouseFormat.RowBinary,
                        settings)
                .get(config.insertTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            return response.getWrittenRows();
        }
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
