package io.tidewatch.demo;

import io.tidewatch.demo.replay.Fault;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the demo is asked to do.
 *
 * @param stack {@code stack.json} of the running stack
 * @param flights the Parquet file
 * @param data folder for decoded flights, models and the marker of the replay
 * @param predictions how many flights are replayed
 * @param fault the injected fault, as text
 */
record DemoOptions(Path stack, Path flights, Path data, long predictions, String fault) {
    static final String USAGE = """
            Usage: tidewatch-demo --stack FILE [--predictions N|all] [--fault feature,factor,from,to]
                                  [--data DIR] [--flights FILE]
            """;

    private static final long DEFAULT_PREDICTIONS = 300_000;

    /** @throws IllegalArgumentException with a sentence for people */
    static DemoOptions parse(List<String> arguments) {
        Path stack = Path.of(".tidewatch", "stack.json");
        Path flights = PartsFolder.flights();
        Path data = null;
        long predictions = DEFAULT_PREDICTIONS;
        String fault = Fault.DEFAULT;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--stack" -> stack = Path.of(value(option, rest));
                case "--flights" -> flights = Path.of(value(option, rest));
                case "--data" -> data = Path.of(value(option, rest));
                case "--predictions" -> predictions = count(value(option, rest));
                case "--fault" -> fault = value(option, rest);
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        if (data == null) {
            data = stack.toAbsolutePath().resolveSibling("demo");
        }
        return new DemoOptions(stack, flights, data, predictions, fault);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static long count(String text) {
        if (text.equals("all")) {
            return Long.MAX_VALUE;
        }
        try {
            long count = Long.parseLong(text);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with zero and less.
        }
        throw new IllegalArgumentException("--predictions needs a number above zero, or all: " + text);
    }
}
