package io.tidewatch.local.command;

import io.tidewatch.local.RunFile;
import io.tidewatch.local.process.FreePort;
import io.tidewatch.local.process.MemoryUse;
import io.tidewatch.local.process.Readiness;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows the processes of a data folder: port, health and memory. */
final class StatusCommand {

    private StatusCommand() {}

    /** Returns 0 when all parts are well, 1 when one is not, 3 when nothing runs. */
    static int run(Path data, PrintStream out) {
        Optional<ProcessHandle> launcher = DownCommand.launcher(data);
        Optional<RunFile> run = RunFile.read(data);
        if (launcher.isEmpty() || run.isEmpty()) {
            out.println("Tidewatch is not running on " + data + ".");
            return Main.NOT_RUNNING;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Process", "Pid", "Port", "Health", "Memory"));
        long total = 0;
        boolean allWell = true;
        for (Map.Entry<String, RunFile.Entry> process : run.get().processes().entrySet()) {
            RunFile.Entry entry = process.getValue();
            URI health = URI.create(entry.health());
            boolean well = entry.process().isPresent() && isWell(health);
            long memory = MemoryUse.residentBytes(entry.pid());
            rows.add(row(
                    process.getKey(),
                    entry.pid(),
                    Integer.toString(health.getPort()),
                    well ? "ok" : "FAILING",
                    memory));
            allWell &= well;
            total += memory;
        }
        // Its own memory only: its descendants are the lines above.
        long own = MemoryUse.residentBytesOfOne(launcher.get().pid());
        rows.add(row("launcher", launcher.get().pid(), "", "ok", own));
        rows.add(List.of("total", "", "", "", mebibytes(total + own)));
        out.println("Tidewatch runs on " + data + ": " + run.get().ui());
        out.println();
        out.println(Table.of(rows));
        return allWell ? Main.OK : Main.FAILED;
    }

    private static List<String> row(String name, long pid, String port, String health, long memory) {
        return List.of(name, Long.toString(pid), port, health, mebibytes(memory));
    }

    private static boolean isWell(URI health) {
        if (health.getScheme().equals("tcp")) {
            return !FreePort.isFree(health.getPort());
        }
        try {
            return Readiness.answers(health);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%d MiB", bytes >> 20);
    }
}
