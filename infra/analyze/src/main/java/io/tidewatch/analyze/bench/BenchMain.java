package io.tidewatch.analyze.bench;

import io.tidewatch.analyze.data.AnalyzeException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code bench}: each measurement is one line of JSON on standard output. */
@Command(
        name = "tidewatch bench",
        description = "Measure speed, calibration and accuracy of the statistics.",
        subcommands = {DriftBench.class, CalibrationBench.class, AccuracyBench.class},
        mixinStandardHelpOptions = true)
public final class BenchMain {

    private BenchMain() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        int code = new CommandLine(new BenchMain())
                .setExecutionExceptionHandler((error, command, arguments) -> {
                    if (error instanceof AnalyzeException) {
                        command.getErr().println(error.getMessage());
                        return 3;
                    }
                    throw error;
                })
                .execute(args);
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }
}
