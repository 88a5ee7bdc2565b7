package io.tidewatch.local.command;

import io.tidewatch.local.RunFile;
import io.tidewatch.local.StackLock;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops the stack of a data folder, whoever started it. */
final class DownCommand {

    private static final int LIMIT_SECONDS = 60;

    private DownCommand() {}

    static int run(Path data, PrintStream out) {
        Optional<ProcessHandle> launcher = launcher(data);
        if (launcher.isEmpty()) {
            out.println("Tidewatch is not running on " + data + ".");
            return Main.OK;
        }
        launcher.get().destroy();
        try {
            launcher.get().onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Its children's guards see it go and end them.
            launcher.get().destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Main.FAILED;
        }
        out.println("Tidewatch has stopped; its data stay in " + data + ".");
        return Main.OK;
    }

    /** The process that runs the stack, if one does. */
    static Optional<ProcessHandle> launcher(Path data) {
        if (!data.toFile().isDirectory()) {
            return Optional.empty();
        }
        Optional<StackLock> lock = StackLock.tryAcquire(data);
        if (lock.isPresent()) {
            lock.get().close();
            return Optional.empty();
        }
        return RunFile.read(data).flatMap(run -> run.launcher().process());
    }
}
