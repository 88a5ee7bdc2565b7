package io.tidewatch.clickhouse.embedded.engine;

/** A running SELECT whose result is taken piece by piece. Closing it before its end cancels the query. */
public final class EngineStream implements AutoCloseable {

    private final EngineConnection connection;
    private final ChdbResult handle;
    private boolean ended;
    private boolean closed;
    private Runnable killer = () -> {};

    EngineStream(EngineConnection connection, ChdbResult handle) {
        this.connection = connection;
        this.handle = handle;
    }

    /** What to call before a running query is cancelled: cancelling alone waits until the query pauses by itself. */
    EngineStream withKiller(Runnable action) {
        killer = action;
        return this;
    }

    /**
     * Waits for the next piece; an empty one is the end. The caller closes it.
     *
     * @throws EngineException if the query failed
     */
    public EngineResult next() {
        try {
            EngineResult piece = connection.fetch(handle);
            ended = piece.length() == 0;
            return piece;
        } catch (EngineException failure) {
            ended = true;
            throw failure;
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (!ended) {
                killer.run();
            }
            connection.close(handle, ended);
        }
    }
}
