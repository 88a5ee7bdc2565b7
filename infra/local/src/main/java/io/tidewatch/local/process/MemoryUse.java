package io.tidewatch.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory processes hold. */
public final class MemoryUse {

    private MemoryUse() {}

    /**
     * Resident bytes of a process and its children. Pages that they share are counted once where the system tells
     * (Linux), so the sum over PostgreSQL's many processes is what they really take.
     *
     * @return 0 when the process has ended
     */
    public static long residentBytes(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> residentBytesOfOne(process.pid()))
                .sum();
    }

    /** Resident bytes of one process without its children; 0 when it has ended. */
    public static long residentBytesOfOne(long pid) {
        Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
        if (Files.isReadable(rollup)) {
            try (Stream<String> lines = Files.lines(rollup)) {
                return lines.filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> kibibytes(line.substring("Pss:".length(), line.lastIndexOf("kB"))))
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                return 0; // ended in the meantime
            }
        }
        return fromPs(pid);
    }

    private static long fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isBlank() ? 0 : kibibytes(answer);
        } catch (IOException e) {
            return 0; // no ps on this machine
        }
    }

    private static long kibibytes(String number) {
        return Long.parseLong(number.strip()) << 10;
    }
}
