package io.tidewatch.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Options of {@code up}.
 *
 * @param home the folder of the packaged applications, {@code target/app}
 * @param data the data folder
 * @param accounts organizations and people to start with
 * @param demo what the demo replays; empty for no demo
 */
record UpOptions(Path home, Path data, Optional<Path> accounts, Optional<Demo> demo) {

    /** Predictions that the demo replays unless told otherwise. */
    static final int DEFAULT_PREDICTIONS = 300_000;

    /**
     * What the demo replays.
     *
     * @param predictions how many
     * @param faults each as {@code feature,factor,from,to}; the demo checks them
     */
    record Demo(int predictions, List<String> faults) {}

    static UpOptions parse(List<String> words) {
        Arguments arguments = Arguments.parse(
                words, Set.of("--no-demo"), Set.of("--home", "--data", "--accounts", "--demo-predictions", "--fault"));
        boolean demoWanted = !arguments.has("--no-demo");
        if (!demoWanted && (arguments.has("--demo-predictions") || arguments.has("--fault"))) {
            throw new UsageException("--no-demo does not go with --demo-predictions or --fault.");
        }
        Path home = path(arguments.last("--home").orElse("."));
        return new UpOptions(
                home,
                dataFolder(arguments),
                arguments.last("--accounts").map(UpOptions::path),
                demoWanted ? Optional.of(demo(arguments)) : Optional.empty());
    }

    private static Demo demo(Arguments arguments) {
        int predictions = arguments
                .last("--demo-predictions")
                .map(UpOptions::positiveNumber)
                .orElse(DEFAULT_PREDICTIONS);
        return new Demo(predictions, arguments.all("--fault"));
    }

    /** The data folder of a command line; {@code .tidewatch} where the command runs unless told otherwise. */
    static Path dataFolder(Arguments arguments) {
        return path(arguments.last("--data").orElse(".tidewatch"));
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw new UsageException("A folder or file name is empty.");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static int positiveNumber(String text) {
        try {
            int number = Integer.parseInt(text.replace("_", "").replace(",", ""));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Same answer as for a number that is not positive.
        }
        throw new UsageException("--demo-predictions takes a whole number above 0, not \"" + text + "\".");
    }
}
