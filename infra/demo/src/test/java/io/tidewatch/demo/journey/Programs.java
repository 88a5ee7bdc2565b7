package io.tidewatch.demo.journey;

import io.tidewatch.sdk.Tidewatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs programs as a page shows them, each in its own language, and returns what they print. */
final class Programs {
    private static final Pattern CLASS = Pattern.compile("^class (\\w+) ", Pattern.MULTILINE);
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;

    Programs(Path folder) {
        this.folder = folder;
    }

    /** A Java program, with nothing but the SDK on the class path. */
    String java(String program) {
        Matcher name = CLASS.matcher(program);
        if (!name.find()) {
            throw new AssertionError("No class in\n" + program);
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return run(java.toString(), "-cp", sdk().toString(), write(name.group(1) + ".java", program));
    }

    /** A command line. */
    String shell(String program) {
        return run("sh", write("send.sh", program));
    }

    /** A Python program, with nothing but the standard library. */
    String python(String program) {
        return run("python3", "-I", write("send.py", program));
    }

    private String write(String name, String program) {
        try {
            return Files.writeString(folder.resolve(name), program).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sdk() {
        try {
            return Path.of(Tidewatch.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String run(String... command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " does not end: " + Files.readString(output));
            }
            String printed = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed: " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
