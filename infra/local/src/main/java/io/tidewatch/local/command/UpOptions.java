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

    /**
     * What the demo replays; what is left open is as it was on this data folder, or else the demo's own default.
     *
     * @param predictions a number, or {@code all}
     * @param fault {@code feature,factor,from,to}; the demo checks it
     */
    record Demo(Optional<String> predictions, Optional<String> fault) {}

    static UpOptions parse(List<String> words) {
        Arguments arguments = Arguments.parse(
                words, Set.of("--no-demo"), Set.of("--home", "--data", "--accounts", "--demo-predictions", "--fault"));
        boolean demoWanted = !arguments.has("--no-demo");
        if (!demoWanted && (arguments.has("--demo-predictions") || arguments.has("--fault"))) {
            throw new UsageException("--no-demo does not go with --demo-predictions or --fault.");
        }
        Path home = path(arguments.value("--home").orElse("."));
        return new UpOptions(
                home,
                dataFolder(arguments),
                arguments.value("--accounts").map(UpOptions::path),
                demoWanted ? Optional.of(demo(arguments)) : Optional.empty());
    }

    private static Demo demo(Arguments arguments) {
        Optional<String> predictions = arguments.value("--demo-predictions");
        predictions.filter(text -> !text.matches("[1-9][0-9]{0,8}|all")).ifPresent(text -> {
            throw new UsageException(
                    "--demo-predictions takes a whole number above 0 or \"all\", not \"" + text + "\".");
        });
        return new Demo(predictions, arguments.value("--fault"));
    }

    /** The data folder of a command line; {@code .tidewatch} where the command runs unless told otherwise. */
    static Path dataFolder(Arguments arguments) {
        return path(arguments.value("--data").orElse(".tidewatch"));
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw new UsageException("A folder or file name is empty.");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }
}
