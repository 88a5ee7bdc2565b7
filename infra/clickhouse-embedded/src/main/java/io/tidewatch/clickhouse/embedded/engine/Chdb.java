package io.tidewatch.clickhouse.embedded.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * The C functions of {@code libchdb} that this program uses, one method handle each.
 *
 * <p>The library is process-wide state: load it once and never unload it.
 */
@SuppressWarnings("restricted") // Linking and calling C functions is the purpose of this class.
public final class Chdb {

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;

    final MethodHandle connect;
    final MethodHandle closeConnection;
    final MethodHandle query;
    final MethodHandle streamQuery;
    final MethodHandle streamFetch;
    final MethodHandle streamCancel;
    final MethodHandle classify;
    final MethodHandle destroyResult;
    final MethodHandle resultBuffer;
    final MethodHandle resultLength;
    final MethodHandle resultError;
    final MethodHandle resultElapsed;
    final MethodHandle resultRows;
    final MethodHandle resultBytes;
    final MethodHandle storageRowsRead;
    final MethodHandle storageBytesRead;
    final MethodHandle rowsWritten;
    final MethodHandle bytesWritten;

    private Chdb(Path library) {
        symbols = SymbolLookup.libraryLookup(library, Arena.global());
        connect = function("chdb_connect", ADDRESS, JAVA_INT, ADDRESS);
        closeConnection = procedure("chdb_close_conn", ADDRESS);
        query = function("chdb_query_with_params_n", ADDRESS, QUERY_ARGUMENTS);
        streamQuery = function("chdb_stream_query_with_params_n", ADDRESS, QUERY_ARGUMENTS);
        streamFetch = function("chdb_stream_fetch_result", ADDRESS, ADDRESS, ADDRESS);
        streamCancel = procedure("chdb_stream_cancel_query", ADDRESS, ADDRESS);
        classify =
                function("chdb_classify_query_n", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS);
        destroyResult = procedure("chdb_destroy_query_result", ADDRESS);
        resultBuffer = function("chdb_result_buffer", ADDRESS, ADDRESS);
        resultLength = function("chdb_result_length", JAVA_LONG, ADDRESS);
        resultError = function("chdb_result_error", ADDRESS, ADDRESS);
        resultElapsed = function("chdb_result_elapsed", JAVA_DOUBLE, ADDRESS);
        resultRows = function("chdb_result_rows_read", JAVA_LONG, ADDRESS);
        resultBytes = function("chdb_result_bytes_read", JAVA_LONG, ADDRESS);
        storageRowsRead = function("chdb_result_storage_rows_read", JAVA_LONG, ADDRESS);
        storageBytesRead = function("chdb_result_storage_bytes_read", JAVA_LONG, ADDRESS);
        rowsWritten = function("chdb_result_rows_written", JAVA_LONG, ADDRESS);
        bytesWritten = function("chdb_result_bytes_written", JAVA_LONG, ADDRESS);
    }

    /** Connection, statement and its length, format and its length, parameter names, lengths, values, lengths, count. */
    private static final MemoryLayout[] QUERY_ARGUMENTS = {
        ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG
    };

    /**
     * Loads the library and prepares the process for it.
     *
     * @param library path of {@code libchdb.so}
     * @throws IllegalArgumentException if the file is not a library
     */
    public static Chdb load(Path library) {
        setTimeZoneToUtc();
        Chdb chdb = new Chdb(library);
        // Before the first connect: the engine's own handlers would take SIGSEGV away from the JVM, which needs it.
        MethodHandle setSignalHandlers = chdb.procedure("chdb_set_signal_handlers_enabled", JAVA_INT);
        Native.call(() -> {
            setSignalHandlers.invokeExact(0);
        });
        return chdb;
    }

    /** The engine reads its default time zone from the environment when it starts. */
    private static void setTimeZoneToUtc() {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom("TZ");
            MemorySegment value = arena.allocateFrom("UTC");
            int failed = Native.callInt(() -> (int) setenv.invokeExact(name, value, 1));
            if (failed != 0) {
                throw new IllegalStateException("The environment variable TZ cannot be set");
            }
        }
    }

    private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return linker.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private MethodHandle procedure(String name, MemoryLayout... arguments) {
        return linker.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
    }
}
