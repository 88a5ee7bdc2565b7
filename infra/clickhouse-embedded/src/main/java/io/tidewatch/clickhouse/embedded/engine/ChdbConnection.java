package io.tidewatch.clickhouse.embedded.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;

/** One native connection. Not thread-safe: {@link EngineConnection} gives it a thread of its own. */
@SuppressWarnings("restricted") // The library hands out pointers whose size only its header knows.
final class ChdbConnection implements AutoCloseable {

    /** {@code struct chdb_query_analysis_v1}: struct_size, statement_count, flags, query_class; four 32-bit numbers. */
    private static final int ANALYSIS_SIZE = 16;

    private static final int STATEMENT_COUNT_OFFSET = 4;
    private static final int QUERY_CLASS_OFFSET = 12;

    private final Chdb chdb;

    /** What {@code chdb_connect} returned: a pointer to the connection. */
    private final MemorySegment handle;

    /** The connection itself, which the query functions take. */
    private final MemorySegment connection;

    private ChdbConnection(Chdb chdb, MemorySegment handle) {
        this.chdb = chdb;
        this.handle = handle;
        this.connection = handle.reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    /**
     * Opens a connection; the first one of the process starts the engine.
     *
     * @param arguments the same for every connection of the process
     * @throws EngineException if the engine cannot start; the library gives no reason
     */
    static ChdbConnection open(Chdb chdb, List<String> arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment vector = arena.allocate(ADDRESS, arguments.size() + 1L);
            for (int i = 0; i < arguments.size(); i++) {
                vector.setAtIndex(ADDRESS, i, arena.allocateFrom(arguments.get(i)));
            }
            MemorySegment handle =
                    Native.callAddress(() -> (MemorySegment) chdb.connect.invokeExact(arguments.size(), vector));
            if (handle.address() == 0) {
                throw new EngineException(
                        EngineException.LOGICAL_ERROR, "The engine refused the connection: " + arguments);
            }
            return new ChdbConnection(chdb, handle);
        }
    }

    /** Runs a statement to its end and holds the whole result in native memory. */
    ChdbResult query(Statement statement) {
        return run(chdb.query, statement);
    }

    /** Starts a statement whose result is fetched piece by piece. Only SELECT can be streamed. */
    ChdbResult stream(Statement statement) {
        return run(chdb.streamQuery, statement);
    }

    /** The next piece; empty at the end. */
    ChdbResult fetch(ChdbResult stream) {
        return new ChdbResult(chdb, Native.callAddress(() ->
                (MemorySegment) chdb.streamFetch.invokeExact(connection, stream.address())));
    }

    /** Ends a stream before its end. */
    void cancel(ChdbResult stream) {
        Native.call(() -> {
            chdb.streamCancel.invokeExact(connection, stream.address());
        });
    }

    /** Parses the text without running it. */
    Classification classify(byte[] sql) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = Native.copy(arena, sql);
            MemorySegment analysis = arena.allocate(ANALYSIS_SIZE, JAVA_INT.byteAlignment());
            analysis.set(JAVA_INT, 0, ANALYSIS_SIZE);
            int failed = Native.callInt(() -> (int)
                    chdb.classify.invokeExact(connection, text, (long) sql.length, MemorySegment.NULL, 0L, analysis));
            if (failed != 0) {
                throw new EngineException(EngineException.LOGICAL_ERROR, "The engine could not classify a statement");
            }
            StatementClass[] classes = StatementClass.values();
            int index = analysis.get(JAVA_INT, QUERY_CLASS_OFFSET);
            return new Classification(
                    index >= 0 && index < classes.length ? classes[index] : StatementClass.UNKNOWN,
                    analysis.get(JAVA_INT, STATEMENT_COUNT_OFFSET));
        }
    }

    @Override
    public void close() {
        Native.call(() -> {
            chdb.closeConnection.invokeExact(handle);
        });
    }

    private ChdbResult run(MethodHandle function, Statement statement) {
        try (Arena arena = Arena.ofConfined()) {
            Map<String, byte[]> parameters = statement.parameters();
            long count = parameters.size();
            // One more than needed: no parameters must not become a zero-sized allocation.
            MemorySegment names = arena.allocate(ADDRESS, count + 1);
            MemorySegment nameLengths = arena.allocate(JAVA_LONG, count + 1);
            MemorySegment values = arena.allocate(ADDRESS, count + 1);
            MemorySegment valueLengths = arena.allocate(JAVA_LONG, count + 1);
            long i = 0;
            for (Map.Entry<String, byte[]> parameter : parameters.entrySet()) {
                byte[] name = parameter.getKey().getBytes(UTF_8);
                names.setAtIndex(ADDRESS, i, Native.copy(arena, name));
                nameLengths.setAtIndex(JAVA_LONG, i, name.length);
                values.setAtIndex(ADDRESS, i, Native.copy(arena, parameter.getValue()));
                valueLengths.setAtIndex(JAVA_LONG, i, parameter.getValue().length);
                i++;
            }
            MemorySegment sql = Native.copy(arena, statement.sql());
            byte[] formatName = statement.format().getBytes(UTF_8);
            MemorySegment format = Native.copy(arena, formatName);
            return new ChdbResult(chdb, Native.callAddress(() -> (MemorySegment) function.invokeExact(
                    connection,
                    sql,
                    (long) statement.sql().length,
                    format,
                    (long) formatName.length,
                    names,
                    nameLengths,
                    values,
                    valueLengths,
                    count)));
        }
    }
}
