package io.tidewatch.analyze.command;

import io.tidewatch.analyze.data.AnalyzeException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code analyze}. */
@Command(
        name = "tidewatch analyze",
        description = "Drift, quality, performance and estimated performance of files, without a running stack.",
        subcommands = {DriftCommand.class, QualityCommand.class, PerformanceCommand.class, EstimateCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(drift | quality | performance | estimate)",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  done, and no limit of --fail-on was reached",
            "  1  the limit of --fail-on was reached",
            "  2  wrong options",
            "  3  the files could not be analyzed"
        })
public final class Main {

    /** A gate given with --fail-on was not passed. */
    static final int GATE = 1;

    /** The files could not be analyzed. */
    static final int FAILED = 3;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        // Numbers and names must not depend on the language of the machine.
        Locale.setDefault(Locale.ROOT);
        int code = run(args);
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }

    /** Runs the command line and returns its exit code. */
    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .setUsageHelpWidth(110)
                .execute(args);
    }

    private static int explain(Exception error, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (error instanceof AnalyzeException) {
            command.getErr().println(error.getMessage());
            return FAILED;
        }
        throw error;
    }
}
