package io.tidewatch.clickhouse.embedded.engine;

import java.io.IOException;

/**
 * Something to be done on the thread of a connection.
 *
 * @param <T> its result
 */
@FunctionalInterface
public interface EngineWork<T> {

    /** Does it. */
    T run() throws IOException;
}
