package io.tidewatch.clickhouse.embedded.engine;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The use of one connection by one request. Closing it gives the connection back. */
public final class EngineLease implements AutoCloseable {

    private static final long CANCEL_AGAIN_MILLIS = 200;

    private final EnginePool pool;
    private final EngineConnection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition releasedCondition = lock.newCondition();
    private boolean released;
    private boolean renew;

    EngineLease(EnginePool pool, EngineConnection connection) {
        this.pool = pool;
        this.connection = connection;
    }

    /** Does something on the connection's own thread, where the other methods need no change of threads. */
    public <T> T perform(EngineWork<T> work) throws IOException {
        return connection.perform(work);
    }

    /** Gives the session a database and settings. */
    public void prepare(SessionState state) {
        connection.prepare(state);
    }

    /** Parses a text without running it. */
    public Classification classify(byte[] sql) {
        return connection.classify(sql);
    }

    /** Runs a statement to its end. */
    public EngineResult query(Statement statement) {
        return connection.query(statement);
    }

    /** Starts a SELECT. */
    public EngineStream stream(Statement statement) {
        return connection.stream(statement).withKiller(() -> pool.kill(connection));
    }

    /** Gives the next request a new session instead of this one, which may keep something of what it ran. */
    public void renewSession() {
        renew = true;
    }

    /** Kills what this lease runs, until the lease is given back. Called from another thread. */
    public void cancel() {
        lock.lock();
        try {
            while (!released) {
                pool.kill(connection);
                // Woken when the lease ends; else the query may have been about to start, and is looked for again.
                boolean woken = releasedCondition.await(CANCEL_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                if (woken) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (released) {
                return;
            }
            released = true;
            releasedCondition.signalAll();
        } finally {
            lock.unlock();
        }
        pool.giveBack(this, connection, renew);
    }
}
