package io.tidewatch.local.process;

import io.tidewatch.local.LocalStackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program started by this JVM that ends when this JVM ends, even by SIGKILL.
 *
 * <p>Between the two stands a small shell script (guard.sh) in a session of its own, so that neither Ctrl-C nor a kill
 * of the launcher's process group reaches the program directly: the launcher decides the order in which programs stop.
 */
public final class ChildProcess implements AutoCloseable {

    private static final String GUARD = readGuard();

    private final ChildSpec spec;
    private final Process guard;
    private final ProcessHandle program;

    private ChildProcess(ChildSpec spec, Process guard, ProcessHandle program) {
        this.spec = spec;
        this.guard = guard;
        this.program = program;
    }

    /**
     * Starts the program; returns as soon as it has a process id, which says nothing about its being ready.
     *
     * @throws LocalStackException when the program cannot be started
     */
    public static ChildProcess start(ChildSpec spec) {
        try {
            PrivateFile.createFolder(spec.log().toAbsolutePath().resolveSibling(""));
            PrivateFile.createFolder(spec.directory());
            LogFile.rotate(spec.log());
            Path directory = spec.directory().toAbsolutePath();
            Path guardFile = directory.resolve("." + spec.name() + "-guard.sh");
            PrivateFile.write(guardFile, GUARD);
            Path pidFile = directory.resolve("." + spec.name() + ".pid");
            Files.deleteIfExists(pidFile);
            List<String> command = new ArrayList<>(Unprivileged.newSession());
            command.addAll(List.of("sh", guardFile.toString(), pidFile.toString(), spec.stopSignal()));
            command.add(Long.toString(Math.max(1, spec.grace().toSeconds())));
            command.addAll(spec.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().putAll(spec.environment());
            Process guard = builder.start();
            return new ChildProcess(spec, guard, programOf(spec, guard, pidFile));
        } catch (IOException e) {
            throw new LocalStackException(spec.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static ProcessHandle programOf(ChildSpec spec, Process guard, Path pidFile) throws IOException {
        try {
            while (!Files.exists(pidFile)) {
                if (guard.waitFor(5, TimeUnit.MILLISECONDS) && !Files.exists(pidFile)) {
                    throw new LocalStackException(spec.name() + " cannot be started.\n" + LogFile.tail(spec.log(), 20));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            guard.outputWriter().close();
            throw new LocalStackException("Interrupted while starting " + spec.name(), e);
        }
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        // A program that has already ended shows as the guard's exit; its handle is then only a placeholder.
        return ProcessHandle.of(pid).orElseGet(guard::toHandle);
    }

    /** How people call this program. */
    public String name() {
        return spec.name();
    }

    /** The program's own process id, not that of its guard. */
    public long pid() {
        return program.pid();
    }

    /** The file that takes the program's output. */
    public Path log() {
        return spec.log();
    }

    /** True while the program runs. */
    public boolean isAlive() {
        return guard.isAlive();
    }

    /** Completes with the exit code (128 + signal when a signal ended it) once the program has ended. */
    public CompletableFuture<Integer> exit() {
        return guard.onExit().thenApply(ended -> {
            // Someone may have killed the guard alone: its program must not stay behind.
            program.destroyForcibly();
            return ended.exitValue();
        });
    }

    /** Kills the program at once (SIGKILL), as an outage would, and waits until it is gone. */
    public void kill() {
        program.destroyForcibly();
        awaitExit();
    }

    /** Asks the program to end, waits, and kills it after its grace period. Does nothing when it has ended. */
    @Override
    public void close() {
        try (var pipe = guard.outputWriter()) {
            pipe.write("stop\n");
        } catch (IOException e) {
            // The guard is gone already, and the program with it.
            assert !guard.isAlive() : e;
        }
        awaitExit();
    }

    private void awaitExit() {
        boolean interrupted = false;
        long limit = System.nanoTime() + spec.grace().plusSeconds(5).toNanos();
        while (guard.isAlive() && System.nanoTime() < limit) {
            try {
                if (guard.waitFor(1, TimeUnit.SECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        program.destroyForcibly();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String readGuard() {
        try (InputStream in = ChildProcess.class.getResourceAsStream("guard.sh")) {
            if (in == null) {
                throw new IllegalStateException("guard.sh is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
