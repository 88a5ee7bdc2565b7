package io.tidewatch.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a local PostgreSQL runs.
 *
 * @param port on the loopback interface; 0 for any free one
 * @param durable whether a commit is on disk when it is acknowledged; without it everything is faster, for tests
 * @param log file that takes the server's output; null for {@code postgres.log} in its folder
 */
public record PostgresOptions(
        int port, boolean durable, @Nullable Path log) {

    /** Keeps what it acknowledged, whatever happens; any free port. */
    public static PostgresOptions forData() {
        return new PostgresOptions(0, true, null);
    }

    /** Does not wait for the disk; any free port. */
    public static PostgresOptions forTests() {
        return new PostgresOptions(0, false, null);
    }

    /** The same on this port. */
    public PostgresOptions onPort(int newPort) {
        return new PostgresOptions(newPort, durable, log);
    }

    /** The same with this log file. */
    public PostgresOptions loggingTo(Path newLog) {
        return new PostgresOptions(port, durable, newLog);
    }
}
