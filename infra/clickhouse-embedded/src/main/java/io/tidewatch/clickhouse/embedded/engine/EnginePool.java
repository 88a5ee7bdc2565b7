package io.tidewatch.clickhouse.embedded.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The running engine: a fixed number of connections, so that many statements run and no more. */
public final class EnginePool implements AutoCloseable {

    private final BlockingQueue<EngineConnection> idle;
    private final Set<EngineLease> leases = ConcurrentHashMap.newKeySet();
    private final int size;

    /** Outside the pool, so that a query can be killed while all connections are busy. */
    private final EngineConnection control;

    private volatile boolean closing;

    private EnginePool(Chdb chdb, EngineConfiguration configuration) {
        size = configuration.connections();
        idle = new ArrayBlockingQueue<>(size, true);
        control = EngineConnection.open(chdb, configuration, "tidewatch-control");
        for (int i = 1; i <= size; i++) {
            idle.add(EngineConnection.open(chdb, configuration, "tidewatch-" + i));
        }
    }

    /** Starts the engine. */
    public static EnginePool start(EngineConfiguration configuration) {
        return new EnginePool(Chdb.load(configuration.library()), configuration);
    }

    /**
     * Waits for a free connection.
     *
     * @throws EngineException with code 202 if none becomes free in time
     */
    public EngineLease lease(Duration patience) throws InterruptedException {
        EngineConnection connection = idle.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (connection == null || closing) {
            if (connection != null) {
                idle.add(connection);
            }
            throw new EngineException(
                    EngineException.TOO_MANY_SIMULTANEOUS_QUERIES,
                    closing ? "The engine is stopping" : "All " + size + " connections of the engine are busy");
        }
        EngineLease lease = new EngineLease(this, connection);
        leases.add(lease);
        return lease;
    }

    /** Runs a statement that gives one short text. */
    public String ask(String sql) {
        try (EngineResult result = control.query(new Statement(sql.getBytes(UTF_8), "TSVRaw", Map.of()))) {
            return UTF_8.decode(result.head(Integer.MAX_VALUE)).toString().strip();
        }
    }

    /** Asks the engine to stop what a connection runs; does not wait until it has. */
    void kill(EngineConnection connection) {
        ask("KILL QUERY WHERE " + connection.runningQueryCondition() + " ASYNC");
    }

    void giveBack(EngineLease lease, EngineConnection connection, boolean renew) {
        try {
            if (renew && !closing) {
                connection.reopen();
            }
        } finally {
            leases.remove(lease);
            idle.add(connection);
        }
    }

    /**
     * Stops what runs and closes the connections.
     *
     * <p>A connection that is still busy after the grace time is left as it is: closing it under a running query
     * aborts the process.
     */
    @Override
    public void close() {
        closing = true;
        leases.forEach(lease -> Thread.ofVirtual().start(lease::cancel));
        List<EngineConnection> free = new ArrayList<>();
        long deadline = System.nanoTime() + GRACE.toNanos();
        try {
            while (free.size() < size) {
                EngineConnection connection = idle.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (connection == null) {
                    return;
                }
                free.add(connection);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        free.forEach(EngineConnection::close);
        control.close();
    }

    private static final Duration GRACE = Duration.ofSeconds(5);
}
