package io.tidewatch.platform.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.jdbc.ConnectionImpl;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens the JDBC connection for queries and the client for inserts on first use; both pool HTTP connections inside. */
@Singleton
class ClickHouseConnections {

    private final ClickHouseConfig config;
    private @Nullable Connection queries;
    private @Nullable Client inserts;

    ClickHouseConnections(ClickHouseConfig config) {
        this.config = config;
    }

    /** Shared by all threads: each statement of it is a request of its own. */
    synchronized Connection queries() throws SQLException {
        Connection open = queries;
        if (open == null) {
            open = connect(config.database());
            queries = open;
        }
        return open;
    }

    synchronized Client inserts() {
        Client open = inserts;
        if (open == null) {
            open = client(config.database());
            inserts = open;
        }
        return open;
    }

    /** A client of its own for a database, to be closed by the caller. */
    Client client(String database) {
        return new Client.Builder()
                .addEndpoint(config.url().toString())
                .setUsername(config.username())
                .setPassword(config.password().orElse(""))
                .setDefaultDatabase(database)
                .setMaxConnections(config.parallel() + 1)
                .setConnectTimeout(config.connectTimeout().toMillis(), ChronoUnit.MILLIS)
                .setSocketTimeout(config.insertTimeout().toMillis(), ChronoUnit.MILLIS)
                .compressClientRequest(false)
                .compressServerResponse(false)
                // The writer of a batch decides when to repeat.
                .setMaxRetries(0)
                .build();
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", config.username());
        properties.setProperty("password", config.password().orElse(""));
        properties.setProperty("compress", "false");
        properties.setProperty("decompress", "false");
        properties.setProperty("max_open_connections", Integer.toString(config.parallel() + 1));
        properties.setProperty(
                "connection_timeout", Long.toString(config.connectTimeout().toMillis()));
        properties.setProperty("retry", "0");
        String url = "jdbc:clickhouse:" + config.url() + "/" + database;
        return new ConnectionImpl(url, properties);
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        if (queries != null) {
            queries.close();
        }
        if (inserts != null) {
            inserts.close();
        }
    }
}
