package io.tidewatch.load.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Processor time and memory of processes, from Linux' /proc. */
final class CpuClock {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;

    private final Map<String, Long> pids;
    private final Map<String, Double> startedAt = new LinkedHashMap<>();

    /**
     * Starts to measure.
     *
     * @param pids by name
     */
    CpuClock(Map<String, Long> pids) {
        this.pids = pids;
        pids.forEach((name, pid) -> startedAt.put(name, seconds(pid)));
    }

    /** Seconds of processor time since the start, per million events. */
    Map<String, Object> perMillion(long events) {
        Map<String, Object> used = new LinkedHashMap<>();
        pids.forEach((name, pid) -> {
            double seconds = (seconds(pid) - startedAt.getOrDefault(name, 0.0)) * 1e6 / events;
            used.put(name, Math.round(seconds * 100) / 100.0);
        });
        return used;
    }

    private static double seconds(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1])) / TICKS_PER_SECOND;
    }

    /** Largest resident memory so far, in MiB. */
    static long peakMegabytes(long pid) {
        List<String> lines =
                read(Path.of("/proc", Long.toString(pid), "status")).lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
