package io.tidewatch.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to run as a child process.
 *
 * @param name how people call it, for example in messages
 * @param command the program and its arguments
 * @param environment variables set on top of the launcher's own
 * @param directory where it works; made if it is missing
 * @param log file that takes both outputs; appended to
 * @param stopSignal asks the program to end in good order: {@code TERM}, or {@code INT} for PostgreSQL's fast shutdown
 * @param grace how long the program may take to end before it is killed
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        String stopSignal,
        Duration grace) {

    /** Copies the collections. */
    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A program that ends in good order on SIGTERM within ten seconds. */
    public static ChildSpec of(
            String name, List<String> command, Map<String, String> environment, Path directory, Path log) {
        return new ChildSpec(name, command, environment, directory, log, "TERM", Duration.ofSeconds(10));
    }
}
