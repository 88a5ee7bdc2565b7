package io.tidewatch.clickhouse.embedded.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the engine is started.
 *
 * @param library path of {@code libchdb.so}
 * @param dataDirectory where the engine keeps its data
 * @param memoryBytes limit of all queries together, in bytes
 * @param connections number of statements that run at the same time
 */
public record EngineConfiguration(Path library, Path dataDirectory, long memoryBytes, int connections) {

    /** Largest part of the memory that one query may take, so that one alone cannot starve the others' small needs. */
    private static final double QUERY_SHARE = 0.8;

    /** Part of the memory for the cache of marks; the server's own default of 5 GiB is meant for whole machines. */
    private static final double MARK_CACHE_SHARE = 0.05;

    /**
     * Settings that every session begins with, where they differ from the engine's defaults.
     *
     * <p>{@code async_insert} is off because an acknowledged insert must be in the table; {@code implicit_select} is off
     * as on a server.
     */
    Map<String, String> sessionDefaults() {
        return Map.of(
                "max_memory_usage",
                Long.toString((long) (memoryBytes * QUERY_SHARE)),
                "async_insert",
                "0",
                "implicit_select",
                "0");
    }

    /** Arguments of {@code chdb_connect}: the same for all connections, because the library refuses others. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "clickhouse",
                "--path=" + dataDirectory,
                "--max_server_memory_usage=" + memoryBytes,
                "--mark_cache_size=" + (long) (memoryBytes * MARK_CACHE_SHARE)));
        sessionDefaults().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return List.copyOf(arguments);
    }
}
