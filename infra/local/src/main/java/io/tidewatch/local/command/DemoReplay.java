package io.tidewatch.local.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.local.LocalStack;
import io.tidewatch.local.StackFile;
import io.tidewatch.local.process.ChildProcess;
import io.tidewatch.local.process.ChildSpec;
import io.tidewatch.local.process.LogFile;
import io.tidewatch.local.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the demo beside a ready stack and shows how far it is. A finished replay is remembered and not repeated; a failed
 * one is reported, and the stack goes on.
 */
final class DemoReplay implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Path jar;
    private final LocalStack stack;
    private final UpOptions.Demo wanted;
    private final Display display;
    private @Nullable ChildProcess process;
    private boolean closed;

    DemoReplay(Path home, LocalStack stack, UpOptions.Demo wanted, Display display) {
        this.jar = home.resolve("demo/tidewatch-demo.jar");
        this.stack = stack;
        this.wanted = wanted;
        this.display = display;
    }

    /** Starts the replay unless the same one has already finished on this data. */
    synchronized void start() {
        if (closed) {
            return;
        }
        if (isFinished()) {
            display.say("Demo data are in place; ./tidewatch demo replays them again.");
            return;
        }
        if (!Files.exists(jar)) {
            display.say("The demo is not replayed: it has not been built (" + jar + ").");
            return;
        }
        Path log = stack.logs().resolve("demo.log");
        ChildProcess started = ChildProcess.start(
                ChildSpec.of("demo", command(), Map.of(), stack.data().resolve("demo"), log));
        process = started;
        Thread.ofVirtual().name("demo").start(() -> watch(started));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                jar.toString(),
                "--stack",
                StackFile.in(stack.data()).toString(),
                "--predictions",
                Integer.toString(wanted.predictions())));
        wanted.faults().forEach(fault -> command.addAll(List.of("--fault", fault)));
        return command;
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
        if (isClosed()) {
            return;
        }
        if (code == 0) {
            remember();
            show(demo.log());
            display.say("\nThe demo replay is complete.");
        } else {
            display.say("\nThe demo replay ended with code " + code
                    + "; Tidewatch goes on without it. The end of its log:\n" + LogFile.tail(demo.log(), 20));
        }
    }

    private void show(Path log) {
        String last = LogFile.lastLine(log);
        if (!last.isEmpty()) {
            display.demo(last);
        }
    }

    private Path marker() {
        return stack.data().resolve("demo/finished.json");
    }

    private Map<String, Object> description() {
        return Map.of("predictions", wanted.predictions(), "faults", wanted.faults());
    }

    private boolean isFinished() {
        try {
            return Files.exists(marker())
                    && JSON.readValue(marker().toFile(), new TypeReference<Map<String, Object>>() {})
                            .equals(description());
        } catch (IOException e) {
            return false; // a damaged marker only means that the replay runs again
        }
    }

    private void remember() {
        try {
            PrivateFile.write(marker(), JSON.writeValueAsString(description()));
        } catch (IOException e) {
            display.say("The demo's end cannot be remembered: " + e.getMessage());
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
