package io.tidewatch.local.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Log files of child processes: bounded when a process starts, quoted when it fails. */
public final class LogFile {

    /** A log larger than this is set aside at the next start. */
    static final long ROTATE_AT_BYTES = 10L << 20;

    /** How many older logs are kept beside the current one, as {@code name.log.1} (newest) and up. */
    static final int KEPT = 3;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAIL_BYTES = 64 << 10;

    private LogFile() {}

    /** Sets an overgrown log aside, so that the next start begins an empty one. */
    static void rotate(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) < ROTATE_AT_BYTES) {
            return;
        }
        for (int age = KEPT; age > 1; age--) {
            Path younger = numbered(log, age - 1);
            if (Files.exists(younger)) {
                Files.move(younger, numbered(log, age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(log, numbered(log, 1), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path numbered(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }

    /** The last line of a log that is not blank; a line that was overwritten by carriage returns counts as its last state. */
    public static String lastLine(Path log) {
        return lines(log).stream()
                .flatMap(line -> Arrays.stream(line.split("\r", -1)))
                .filter(line -> !line.isBlank())
                .reduce("", (earlier, later) -> later)
                .strip();
    }

    /** The last lines of a log, made readable and indented for quoting in a message; empty when there is none. */
    public static String tail(Path log, int lines) {
        List<String> all = lines(log);
        return all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                .flatMap(line -> readable(line).lines())
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
    }

    /** A line of a structured log as a person wants to read it: time, level, message, and the cause if there is one. */
    private static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String cause = entry.path("stackTrace")
                    .asText()
                    .lines()
                    .filter(traceLine -> !traceLine.startsWith("\t"))
                    .map(traceLine -> "\n  " + traceLine)
                    .collect(Collectors.joining());
            return entry.has("message")
                    ? entry.path("timestamp").asText() + " "
                            + entry.path("level").asText() + " "
                            + entry.path("message").asText() + cause
                    : line;
        } catch (JsonProcessingException e) {
            return line; // it only began like JSON
        }
    }

    private static List<String> lines(Path log) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).strip().lines().toList();
        } catch (IOException e) {
            return List.of("(" + log + " cannot be read: " + e.getMessage() + ")");
        }
    }
}
