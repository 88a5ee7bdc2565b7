package io.tidewatch.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tidewatch.local.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backend's dealings with the disk, seen from outside of it: by the system calls it makes, and on disks that fail. */
class DiskTest {

    private static final String MODEL = "disk";
    private static Product product;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        product = Product.start(Map.of());
        product.registerModel(MODEL, EventMaker.names(3));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void theBytesAreSyncedBeforeTheAnswerIsSent() throws Exception {
        int requests = 20;
        Path trace = folder.resolve("trace");
        try (Tracer ignored = Tracer.attach(
                product.stack().process(Part.BACKEND).pid(),
                trace,
                "-e",
                "trace=fdatasync,writev,pwritev,write,pwrite64",
                "-s",
                "16",
                "-yy")) {
            for (int i = 0; i < requests; i++) {
                assertThat(send(1).status()).isEqualTo(202);
            }
        }
        assertThat(SyscallOrder.read(trace))
                .hasSize(requests)
                .allSatisfy(answer -> assertThat(answer).isEqualTo("written, synced, answered"));
    }

    @Test
    void aSyncThatFailsIsNoAcknowledgement() throws Exception {
        assertThat(send(1).status()).isEqualTo(202);
        Path trace = folder.resolve("trace");
        try (Tracer ignored = Tracer.attach(
                product.stack().process(Part.BACKEND).pid(),
                trace,
                "-e",
                "trace=fdatasync",
                "-e",
                "inject=fdatasync:error=EIO")) {
            for (int i = 0; i < 3; i++) {
                Reply reply = send(2);
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.body().path("code").asText()).isEqualTo("log-unavailable");
            }
        }
        assertThat(send(1).status()).isEqualTo(202);
    }

    @Test
    void aFullDiskAcknowledgesNothingAndLosesNothing() throws Exception {
        Path log = product.log();
        product.stack().kill(Part.BACKEND);
        if (run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", log.toString()) != 0) {
            product.stack().restart(Part.BACKEND);
            abort("needs the right to mount");
        }
        try {
            product.stack().restart(Part.BACKEND);
            product.stack().kill(Part.CLICKHOUSE);
            Set<UUID> acknowledged = new HashSet<>();
            int refused = 0;
            while (refused < 3) {
                List<UUID> ids = new ArrayList<>();
                Reply reply = send(200, ids);
                if (reply.isAccepted()) {
                    acknowledged.addAll(ids);
                } else {
                    assertThat(reply.status()).isEqualTo(503);
                    assertThat(reply.body().path("code").asText()).isEqualTo("log-unavailable");
                    refused++;
                }
            }
            assertThat(acknowledged).hasSizeGreaterThan(400);
            product.stack().kill(Part.BACKEND);
            product.stack().restart(Part.CLICKHOUSE);
            product.stack().restart(Part.BACKEND);
            assertThat(sendUntilStored()).isTrue();
            Set<UUID> stored = product.engine().run("SELECT DISTINCT prediction_id FROM prediction").stream()
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
            assertThat(stored).containsAll(acknowledged);
        } finally {
            product.stack().kill(Part.BACKEND);
            run("umount", log.toString());
            product.stack().restart(Part.BACKEND);
        }
    }

    private static boolean sendUntilStored() throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            EventMaker maker = new EventMaker(System.nanoTime(), 3, Instant.now(), 1);
            Reply reply = product.send(
                    "/models/" + MODEL + "/predictions",
                    EventMaker.json(List.of(maker.event(maker.id(System.currentTimeMillis())))),
                    Map.of("Prefer", "wait=60"));
            if (reply.stored()) {
                return true;
            }
        }
        return false;
    }

    private static Reply send(int count) throws IOException {
        return send(count, new ArrayList<>());
    }

    private static Reply send(int count, List<UUID> ids) throws IOException {
        EventMaker maker = new EventMaker(System.nanoTime(), 3, Instant.now(), 1);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = maker.id(System.currentTimeMillis());
            ids.add(id);
            events.add(maker.event(id));
        }
        return product.send("/models/" + MODEL + "/predictions", EventMaker.json(events), Map.of());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** strace on a running process; ends with the block. */
    private record Tracer(Process process) implements AutoCloseable {

        static Tracer attach(long pid, Path trace, String... options) throws IOException {
            List<String> command =
                    new ArrayList<>(List.of("strace", "-f", "-p", Long.toString(pid), "-o", trace.toString()));
            command.addAll(List.of(options));
            Process process;
            try {
                process = new ProcessBuilder(command).redirectErrorStream(true).start();
            } catch (IOException e) {
                return missing("strace is not installed");
            }
            BufferedReader messages = process.inputReader();
            String line = messages.readLine();
            if (line == null || !line.contains("attached")) {
                process.destroy();
                return missing("strace can't attach: " + line);
            }
            Thread.ofVirtual().start(() -> messages.lines().forEach(ignored -> {}));
            return new Tracer(process);
        }

        private static Tracer missing(String reason) {
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(reason);
            }
            return abort(reason);
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            try {
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The order of system calls around each answer. */
    private static final class SyscallOrder {

        private SyscallOrder() {}

        static List<String> read(Path trace) throws IOException {
            List<String> answers = new ArrayList<>();
            List<String> steps = new ArrayList<>();
            // Calls that began on a line of their own, by thread.
            Map<String, String> begun = new java.util.HashMap<>();
            for (String line : Files.readAllLines(trace)) {
                String thread = line.split(" ", 2)[0];
                boolean resumed = line.contains("resumed>");
                if (line.contains("<unfinished")) {
                    begun.put(thread, line);
                }
                String call = resumed ? begun.getOrDefault(thread, "") + line : line;
                if (line.contains("HTTP/1.1 202")) {
                    steps.add("answered");
                    answers.add(String.join(", ", steps));
                    steps.clear();
                } else if (!line.contains("<unfinished") && call.contains(".log>") && call.contains("/log-0/")) {
                    if (call.contains("fdatasync(") && call.endsWith("= 0")) {
                        steps.add("synced");
                    } else if (call.contains("write")) {
                        steps.add("written");
                    }
                }
            }
            return answers;
        }
    }
}
