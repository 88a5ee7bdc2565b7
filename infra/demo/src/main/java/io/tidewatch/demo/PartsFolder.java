package io.tidewatch.demo;

import java.nio.file.Path;
import java.util.Map;

/** Where the local parts are: {@code TIDEWATCH_PARTS}, else {@code tidewatch} in the user's cache folder. */
public final class PartsFolder {
    private static final String FLIGHTS = "vega-datasets-3.2.1/data/flights-3m.parquet";

    private PartsFolder() {}

    /** The Parquet file of flights. */
    public static Path flights() {
        return of(System.getenv(), System.getProperty("user.home")).resolve(FLIGHTS);
    }

    static Path of(Map<String, String> environment, String home) {
        String parts = environment.getOrDefault("TIDEWATCH_PARTS", "");
        if (!parts.isEmpty()) {
            return Path.of(parts);
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (cache.isEmpty() ? Path.of(home, ".cache") : Path.of(cache)).resolve("tidewatch");
    }
}
