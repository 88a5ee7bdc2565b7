package io.tidewatch.local.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.local.LocalStack;
import io.tidewatch.local.LocalStackException;
import io.tidewatch.local.StackFile;
import io.tidewatch.local.process.ChildProcess;
import io.tidewatch.local.process.ChildSpec;
import io.tidewatch.local.process.LogFile;
import io.tidewatch.local.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the demo beside a ready stack and shows how far it is. The demo goes on where an earlier run stopped; when it
 * fails, that is reported, and the stack goes on without it.
 */
final class DemoReplay implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Path jar;
    private final LocalStack stack;
    private final Path folder;
    private final UpOptions.Demo wanted;
    private final Display display;
    private @Nullable ChildProcess process;
    private boolean closed;

    DemoReplay(Path home, LocalStack stack, UpOptions.Demo wanted, Display display) {
        this.jar = home.resolve("demo/tidewatch-demo.jar");
        this.stack = stack;
        this.folder = stack.data().resolve("demo");
        this.wanted = wanted;
        this.display = display;
    }

    /** Starts the replay, or lets it go on. */
    synchronized void start() {
        if (closed) {
            return;
        }
        if (!Files.exists(jar)) {
            display.say("The demo is not replayed: it has not been built (" + jar + ").");
            return;
        }
        Path log = stack.logs().resolve("demo.log");
        ChildProcess started = ChildProcess.start(ChildSpec.of("demo", command(), Map.of(), folder, log));
        process = started;
        Thread.ofVirtual().name("demo").start(() -> watch(started));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString(),
                "--stack",
                StackFile.in(stack.data()).toString()));
        options().forEach((name, value) -> command.addAll(List.of(name, value)));
        return command;
    }

    /** What this command line asks for, and else what an earlier one asked for: the data folder holds one replay. */
    private Map<String, String> options() {
        Path file = folder.resolve("options.json");
        try {
            Map<String, String> options = new LinkedHashMap<>();
            if (Files.exists(file)) {
                options.putAll(JSON.readValue(file.toFile(), new TypeReference<Map<String, String>>() {}));
            }
            wanted.predictions().ifPresent(predictions -> options.put("--predictions", predictions));
            wanted.fault().ifPresent(fault -> options.put("--fault", fault));
            if (!Files.exists(folder.resolve("replay.json"))) {
                PrivateFile.write(file, JSON.writeValueAsString(options)); // a replay under way keeps its options
            }
            return options;
        } catch (IOException e) {
            throw new LocalStackException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void watch(ChildProcess demo) {
        try {
            while (demo.isAlive()) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                show(demo.log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        int code = demo.exit().join();
        if (code != 0 && !isClosed()) {
            display.say("The demo ended with code " + code + "; Tidewatch goes on without it. The end of its log:\n"
                    + LogFile.tail(demo.log(), 10));
        }
    }

    private void show(Path log) {
        String last = LogFile.lastLine(log);
        if (!last.isEmpty()) {
            display.demo(last.replaceFirst("^demo: ", ""));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Stops a replay that is under way. */
    @Override
    public void close() {
        ChildProcess running;
        synchronized (this) {
            closed = true;
            running = process;
        }
        if (running != null) {
            running.close();
        }
    }
}
