package io.tidewatch.clickhouse.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Arguments of {@link Main}.
 *
 * @param data where the data is kept
 * @param port port on 127.0.0.1, 0 for a free one
 * @param memoryBytes limit of all queries together
 * @param connections number of statements that run at the same time
 * @param parent process with which this one ends
 * @param portFile file to which the chosen port is written when requests are served
 * @param library path of {@code libchdb.so}; by default the folder of local parts is looked at
 */
record Options(
        Path data,
        int port,
        long memoryBytes,
        int connections,
        OptionalLong parent,
        Optional<Path> portFile,
        Optional<Path> library) {

    static final String USAGE = """
            usage: --data DIR --port N [--memory BYTES] [--connections N] [--parent PID] [--port-file FILE] [--library FILE]""";

    static final long DEFAULT_MEMORY_BYTES = 1L << 30;
    static final int DEFAULT_CONNECTIONS = 8;

    private static final Set<String> NAMES =
            Set.of("--data", "--port", "--memory", "--connections", "--parent", "--port-file", "--library");

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Options parse(String... args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i])) {
                throw new IllegalArgumentException("Unknown argument " + args[i]);
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            values.put(args[i], args[i + 1]);
        }
        return new Options(
                Path.of(required(values, "--data")),
                (int) number(values, "--port", 0, 65_535, 0),
                number(values, "--memory", 256L << 20, Long.MAX_VALUE, DEFAULT_MEMORY_BYTES),
                (int) number(values, "--connections", 1, 256, DEFAULT_CONNECTIONS),
                values.containsKey("--parent")
                        ? OptionalLong.of(number(values, "--parent", 1, Long.MAX_VALUE, 0))
                        : OptionalLong.empty(),
                Optional.ofNullable(values.get("--port-file")).map(Path::of),
                Optional.ofNullable(values.get("--library")).map(Path::of));
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static long number(Map<String, String> values, String name, long lowest, long highest, long otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Same sentence as for a number out of range.
        }
        throw new IllegalArgumentException(name + " must be a number from " + lowest + " to " + highest);
    }
}
