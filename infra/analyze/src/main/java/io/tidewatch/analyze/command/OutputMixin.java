package io.tidewatch.analyze.command;

import io.tidewatch.analysis.stats.verdict.VerdictStatus;
import io.tidewatch.analyze.data.AnalyzeException;
import io.tidewatch.analyze.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about where results go and when they fail a build. */
final class OutputMixin {

    /** When the exit code is not 0. */
    enum FailOn {
        /** From a warning on. */
        warning,
        /** From a critical verdict on. */
        critical,
        /** Never. */
        never
    }

    @Option(names = "--out", paramLabel = "FILE", description = "Write the report as JSON; - is standard output.")
    @Nullable
    String out;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as one self-contained HTML page.")
    @Nullable
    Path html;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with code 1 from this verdict on: ${COMPLETION-CANDIDATES} (default: never).")
    FailOn failOn = FailOn.never;

    /** Writes what was asked for; the text goes to standard output unless JSON does. */
    void write(Map<String, Object> json, Supplier<String> page, String text) {
        String file = out;
        if ("-".equals(file)) {
            System.out.print(Json.write(json));
        } else {
            System.out.print(text);
            if (file != null) {
                write(Path.of(file), Json.write(json));
            }
        }
        Path pageFile = html;
        if (pageFile != null) {
            write(pageFile, page.get());
        }
    }

    int exitCode(VerdictStatus status) {
        boolean failed = switch (failOn) {
            case warning -> status.isDrift();
            case critical -> status == VerdictStatus.CRITICAL;
            case never -> false;
        };
        return failed ? Main.GATE : 0;
    }

    private static void write(Path file, String content) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new AnalyzeException("The report " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
