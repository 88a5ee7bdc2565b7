package io.tidewatch.platform.clickhouse;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Migrates the event store at start. While ClickHouse doesn't answer, the backend starts without it and tries again in
 * the background; it is not ready until then. A migration that fails for another reason stops the start.
 */
@ApplicationScoped
public class EventStoreStart {

    private static final Logger LOG = Logger.getLogger(EventStoreStart.class);
    private static final long LOCK = 0x7469_6465_7761_7463L;
    private static final long RETRY_SECONDS = 2;

    private final ClickHouseConfig config;
    private final ClickHouseConnections connections;
    private final AgroalDataSource postgres;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean migrated;

    EventStoreStart(
            ClickHouseConfig config,
            ClickHouseConnections connections,
            @DataSource("owner") AgroalDataSource postgres) {
        this.config = config;
        this.connections = connections;
        this.postgres = postgres;
    }

    /** True once the tables are there. */
    public boolean isMigrated() {
        return migrated;
    }

    void onStart(@Observes StartupEvent event) {
        if (!attempt()) {
            LOG.warnf("ClickHouse doesn't answer at %s; trying again until it does", config.url());
            Thread.ofVirtual().name("event-store-start").start(this::retry);
        }
    }

    private void retry() {
        try {
            while (!stopped.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
                if (attempt()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The event store can't be migrated", e);
            Quarkus.asyncExit(1);
        }
    }

    /** False if ClickHouse doesn't answer. */
    private boolean attempt() {
        try {
            int applied = migrateAlone();
            migrated = true;
            LOG.infof("Event store at %s is ready (%d migrations applied)", config.url(), applied);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            if (ClickHouseErrors.problem(e) instanceof ProblemException problem
                    && problem.code() == ErrorCode.EVENT_STORE_UNAVAILABLE) {
                return false;
            }
            throw new IllegalStateException("The event store can't be migrated: " + e.getMessage(), e);
        }
    }

    /** ClickHouse itself has no lock to offer, so that of PostgreSQL keeps replicas from migrating at the same time. */
    private int migrateAlone() throws Exception {
        try (Connection connection = postgres.getConnection();
                Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                return new Migrations(config)
                        .run(() -> connections.client("default"), () -> connections.client(config.database()));
            } finally {
                unlock(lock);
            }
        }
    }

    private static void unlock(Statement lock) throws SQLException {
        lock.execute("select pg_advisory_unlock(" + LOCK + ")");
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}
