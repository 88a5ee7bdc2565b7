package io.tidewatch.clickhouse.embedded.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where the engine's library is kept on this machine. */
public final class EngineLibrary {

    /** Version of the npm package {@code @chdb/lib-<platform>} that holds the library. */
    public static final String VERSION = "26.7.3-stable.1";

    private EngineLibrary() {}

    /**
     * The library in the folder of local parts: {@code TIDEWATCH_PARTS}, else the user's cache folder.
     *
     * @throws IllegalStateException if it is not there
     */
    public static Path locate(Map<String, String> environment) {
        Path library = parts(environment).resolve("clickhouse-" + VERSION).resolve("libchdb.so");
        if (!Files.isRegularFile(library)) {
            throw new IllegalStateException("The ClickHouse engine is not installed: " + library
                    + " is missing. Run ./tidewatch up once, or unpack the npm package @chdb/lib-linux-x64-gnu@"
                    + VERSION
                    + " there.");
        }
        return library;
    }

    private static Path parts(Map<String, String> environment) {
        String parts = environment.getOrDefault("TIDEWATCH_PARTS", "");
        if (!parts.isEmpty()) {
            return Path.of(parts);
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("tidewatch");
    }
}
