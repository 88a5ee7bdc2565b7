package io.tidewatch.demo;

import io.tidewatch.demo.replay.ReplayRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the demo is asked to do.
 *
 * @param stack {@code stack.json} of the running stack
 * @param flights the Parquet file
 * @param data folder for decoded flights, models and the marker of the replay
 * @param flightCount how many flights are replayed; 0 leaves it as it is
 * @param faults the injected faults, as text; empty leaves them as they are
 * @param suffix appended to the keys of the models, empty for their plain keys
 */
record DemoOptions(Path stack, Path flights, Path data, long flightCount, List<String> faults, String suffix) {
    static final String USAGE = """
            Usage: tidewatch-demo --stack FILE [--predictions N|all] [--fault feature,factor,from,to]...
                                  [--suffix NAME] [--data DIR] [--flights FILE]
            """;

    private static final Pattern SUFFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");

    DemoOptions {
        faults = List.copyOf(faults);
    }

    /** @throws IllegalArgumentException with a sentence for people */
    static DemoOptions parse(List<String> arguments) {
        Path stack = Path.of(".tidewatch", "stack.json");
        Path flights = PartsFolder.flights();
        Path data = null;
        long flightCount = 0;
        List<String> faults = new ArrayList<>();
        String suffix = "";
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--stack" -> stack = Path.of(value(option, rest));
                case "--flights" -> flights = Path.of(value(option, rest));
                case "--data" -> data = Path.of(value(option, rest));
                case "--predictions" -> flightCount = count(value(option, rest));
                case "--fault" -> faults.add(value(option, rest));
                case "--suffix" -> suffix = suffix(value(option, rest));
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        if (data == null) {
            data = stack.toAbsolutePath().resolveSibling("demo");
        }
        return new DemoOptions(stack, flights, data, flightCount, faults, suffix);
    }

    /** The request with what these options say about it. */
    ReplayRequest change(ReplayRequest request) {
        ReplayRequest changed = flightCount == 0 ? request : request.withFlights(flightCount);
        return faults.isEmpty() ? changed : changed.withFaults(faults);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static String suffix(String text) {
        if (!SUFFIX.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "--suffix needs up to 20 lower-case letters, digits and hyphens: " + text);
        }
        return text;
    }

    private static long count(String text) {
        if (text.equals("all")) {
            return ReplayRequest.ALL;
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
