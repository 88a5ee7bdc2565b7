package io.tidewatch.clickhouse.embedded.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A native connection with a platform thread of its own, on which all of its native calls are made.
 *
 * <p>Native calls would pin the carriers of virtual threads, of which there are as many as cores; so the request's
 * virtual thread waits while this thread works. A whole request is best done in one {@link #perform}: every change of
 * threads costs time on a busy machine.
 */
final class EngineConnection {

    /**
     * A setting with no effect unless the query cache is used. Each connection carries its own value, by which its
     * running query is found among all: the library gives no way to choose the id of a query.
     */
    private static final String TAG_SETTING = "query_cache_tag";

    private final Chdb chdb;
    private final EngineConfiguration configuration;
    private final String tag;
    private final Map<String, String> defaults;
    private final ExecutorService executor;

    /** The thread of {@link #executor}, set before it runs anything. */
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    /** Only used on {@link #executor}; null before the first use and where opening it anew has failed. */
    private @Nullable ChdbConnection connection;

    /** Only used on {@link #executor}. */
    private SessionState state = SessionState.INITIAL;

    private EngineConnection(Chdb chdb, EngineConfiguration configuration, String tag) {
        this.chdb = chdb;
        this.configuration = configuration;
        this.tag = tag;
        this.defaults = new HashMap<>(configuration.sessionDefaults());
        this.defaults.put(TAG_SETTING, tag);
        this.executor = Executors.newSingleThreadExecutor(work -> {
            Thread created = Thread.ofPlatform().name(tag).daemon().unstarted(work);
            thread.set(created);
            return created;
        });
    }

    static EngineConnection open(Chdb chdb, EngineConfiguration configuration, String tag) {
        EngineConnection connection = new EngineConnection(chdb, configuration, tag);
        connection.call(connection::live);
        return connection;
    }

    /** Condition on {@code system.processes} that is true for the query which this connection runs now. */
    String runningQueryCondition() {
        return "Settings[" + SqlText.string(TAG_SETTING) + "] = " + SqlText.string(tag);
    }

    /**
     * Gives the session the database and the settings of the next request.
     *
     * @throws EngineException if the database or a setting does not exist, or a value is not accepted
     */
    void prepare(SessionState target) {
        call(() -> {
            live();
            if (!target.equals(state)) {
                try {
                    for (String sql : state.statementsTo(target, defaults)) {
                        execute(sql);
                    }
                    state = target;
                } catch (EngineException failure) {
                    // Part of the changes may have been made.
                    closeNow();
                    throw failure;
                }
            }
            return state;
        });
    }

    Classification classify(byte[] sql) {
        return call(() -> live().classify(sql));
    }

    /** Runs a statement to its end. */
    EngineResult query(Statement statement) {
        return call(() -> {
            ChdbResult result = live().query(statement);
            return new EngineResult(this, checked(result));
        });
    }

    /** Starts a stream. */
    EngineStream stream(Statement statement) {
        return call(() -> new EngineStream(this, checked(live().stream(statement))));
    }

    /** The next piece of a stream, empty at its end. */
    EngineResult fetch(ChdbResult stream) {
        return call(() -> new EngineResult(this, checked(live().fetch(stream))));
    }

    /** Ends a stream and frees its handle. */
    void close(ChdbResult stream, boolean atEnd) {
        call(() -> {
            if (!atEnd) {
                live().cancel(stream);
            }
            stream.close();
            return stream;
        });
    }

    void free(ChdbResult result) {
        call(() -> {
            result.close();
            return result;
        });
    }

    /** Replaces the native connection, for a session that may keep something of the statement it ran. */
    void reopen() {
        call(() -> {
            closeNow();
            return live();
        });
    }

    void close() {
        call(() -> {
            closeNow();
            return state;
        });
        executor.shutdown();
    }

    private ChdbConnection live() {
        ChdbConnection present = connection;
        if (present != null) {
            return present;
        }
        ChdbConnection opened = ChdbConnection.open(chdb, configuration.arguments());
        connection = opened;
        state = SessionState.INITIAL;
        execute("SET " + TAG_SETTING + " = " + SqlText.string(tag));
        return opened;
    }

    private void closeNow() {
        ChdbConnection present = connection;
        connection = null;
        if (present != null) {
            present.close();
        }
    }

    private void execute(String sql) {
        checked(live().query(new Statement(sql.getBytes(UTF_8), "Null", Map.of())))
                .close();
    }

    private static ChdbResult checked(ChdbResult result) {
        result.error().ifPresent(failure -> {
            result.close();
            throw failure;
        });
        return result;
    }

    /** Does something on the thread of this connection, on which its native calls need no change of threads. */
    <T> T perform(EngineWork<T> work) throws IOException {
        try {
            return call(work::run);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private <T> T call(Callable<T> work) {
        if (Thread.currentThread().equals(thread.get())) {
            return direct(work);
        }
        Future<T> future = executor.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    // A native call cannot be left alone: whoever wants to end it cancels the query.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T direct(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        return switch (failure) {
            case RuntimeException exception -> exception;
            case IOException exception -> new UncheckedIOException(exception);
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failure);
        };
    }
}
