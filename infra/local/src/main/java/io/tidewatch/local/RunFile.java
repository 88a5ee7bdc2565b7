package io.tidewatch.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tidewatch.local.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What runs on a data folder, for other processes that look at it ({@code run.json}).
 *
 * @param launcher the process that holds the stack
 * @param ui where people reach the web application
 * @param processes the parts by name; grows while the stack comes up
 */
public record RunFile(Entry launcher, String ui, Map<String, Entry> processes) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String NAME = "run.json";

    /** Copies the map. */
    public RunFile {
        processes = new LinkedHashMap<>(processes);
    }

    /**
     * One process.
     *
     * @param pid its id
     * @param startedAtMillis when it started, as the system tells; guards against a reused id
     * @param health address that tells whether it is well; empty for the launcher
     */
    public record Entry(long pid, long startedAtMillis, String health) {

        static Entry of(ProcessHandle process, String health) {
            return new Entry(process.pid(), startOf(process), health);
        }

        private static long startOf(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }

        /** The process, if this very one still runs. */
        public Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(process -> startOf(process) == startedAtMillis && process.isAlive());
        }
    }

    /** What a launcher wrote last; empty when none ever ran on this folder. */
    public static Optional<RunFile> read(Path data) {
        Path file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), new TypeReference<RunFile>() {}));
        } catch (IOException e) {
            throw new LocalStackException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(Path data) {
        try {
            PrivateFile.write(data.resolve(NAME), JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new LocalStackException("run.json cannot be written: " + e.getMessage(), e);
        }
    }

    static void delete(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(NAME));
    }

    /** Lets the processes of a launcher that was killed come to their end, which their guards are bringing about. */
    void awaitEnd(Duration limit) {
        for (Entry entry : processes.values()) {
            entry.process().ifPresent(process -> {
                try {
                    process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException | ExecutionException e) {
                    process.destroyForcibly();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }
}
