package io.tidewatch.analyze.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line as a user does, and reads what it wrote. */
final class Cli {

    static final Path REFERENCE = Path.of("../../backend/src/test/resources/golden/analysis/reference");

    private final Path folder;

    Cli(Path folder) {
        this.folder = folder;
    }

    /** Writes a file of the test. */
    Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON report of a command that ends well. */
    JsonNode json(String... arguments) {
        Path out = folder.resolve("report.json");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", out.toString(), "--html", page().toString()));
        int code = Main.run(all.toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError("exit code " + code + " of " + all);
        }
        try {
            return new ObjectMapper().readTree(Files.readString(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that the last {@link #json} wrote. */
    Path page() {
        return folder.resolve("report.html");
    }
}
