package io.tidewatch.demo;

import java.nio.file.Path;

/** The real flights, for tests of all packages. */
public final class TestFlights {
    private TestFlights() {}

    /** The Parquet file among the local parts. */
    public static Path parquet() {
        return PartsFolder.flights();
    }
}
