package io.tidewatch.clickhouse.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A ClickHouse engine in a child process.
 *
 * <p>The child ends when it is closed or killed, and when the process that started it is gone for whatever reason.
 */
public final class EmbeddedClickHouse implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 20;

    private final Process process;
    private final URI url;

    private EmbeddedClickHouse(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Describes an engine to start. */
    public static Builder builder() {
        return new Builder();
    }

    /** Address for clickhouse-jdbc and client-v2, such as {@code http://127.0.0.1:8123}. */
    public URI url() {
        return url;
    }

    /** Process id of the child. */
    public long pid() {
        return process.pid();
    }

    /** Whether the child is running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the child to stop, waits for it, and kills it if it does not. */
    @Override
    public void close() {
        process.destroy();
        if (!waitForExit(STOP_LIMIT)) {
            kill();
        }
    }

    /** Kills the child at once, as a power cut would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        if (!waitForExit(STOP_LIMIT)) {
            throw new IllegalStateException("Process " + process.pid() + " does not end");
        }
    }

    private boolean waitForExit(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return true;
        }
    }

    /** What to start and how. Only the data directory is required. */
    public static final class Builder {

        private @Nullable Path dataDirectory;
        private @Nullable Path log;
        private @Nullable Path library;
        private int port;
        private int connections = Options.DEFAULT_CONNECTIONS;
        private long maxMemory = Options.DEFAULT_MEMORY_BYTES;
        private int maxHeapMegabytes = 96;

        private Builder() {}

        /** Where the engine keeps its data; created if it does not exist. */
        public Builder dataDirectory(Path directory) {
            dataDirectory = directory;
            return this;
        }

        /** Port on 127.0.0.1; 0, the default, takes a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** File to which the child's messages are appended; by default they go to this process's standard error. */
        public Builder log(Path file) {
            log = file;
            return this;
        }

        /** Limit of all queries together in bytes; 1 GiB by default. */
        public Builder maxMemory(long bytes) {
            maxMemory = bytes;
            return this;
        }

        /** Heap of the child's JVM, which holds no data of queries; 96 MiB by default. */
        public Builder maxHeapMegabytes(int megabytes) {
            maxHeapMegabytes = megabytes;
            return this;
        }

        /** Number of statements that run at the same time; 8 by default. Others wait. */
        public Builder connections(int number) {
            connections = number;
            return this;
        }

        /** Path of {@code libchdb.so}; by default the folder of local parts is looked at. */
        public Builder library(Path file) {
            library = file;
            return this;
        }

        /**
         * Starts the child and waits until it serves requests.
         *
         * @throws IllegalStateException if it does not; the reason is in its log
         */
        public EmbeddedClickHouse start() {
            Path data = dataDirectory;
            if (data == null) {
                throw new IllegalStateException("dataDirectory is missing");
            }
            try {
                Files.createDirectories(data);
                Path portFile = data.resolve("port");
                Files.deleteIfExists(portFile);
                ProcessBuilder builder = new ProcessBuilder(command(data, portFile));
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
                Path logFile = log;
                builder.redirectError(
                        logFile == null
                                ? ProcessBuilder.Redirect.INHERIT
                                : ProcessBuilder.Redirect.appendTo(logFile.toFile()));
                return waitUntilServing(builder.start(), portFile);
            } catch (IOException e) {
                throw new IllegalStateException("The ClickHouse engine cannot be started: " + e.getMessage(), e);
            }
        }

        private List<String> command(Path data, Path portFile) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + maxHeapMegabytes + "m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    ownClasspath(),
                    Main.class.getName(),
                    "--data",
                    data.toString(),
                    "--port",
                    Integer.toString(port),
                    "--memory",
                    Long.toString(maxMemory),
                    "--connections",
                    Integer.toString(connections),
                    "--parent",
                    Long.toString(ProcessHandle.current().pid()),
                    "--port-file",
                    portFile.toString()));
            if (library != null) {
                command.addAll(List.of("--library", library.toString()));
            }
            return command;
        }

        private EmbeddedClickHouse waitUntilServing(Process process, Path portFile) throws IOException {
            long deadline = System.nanoTime() + START_LIMIT.toNanos();
            try (HttpClient client = HttpClient.newHttpClient()) {
                while (process.isAlive() && System.nanoTime() < deadline) {
                    if (Files.exists(portFile)) {
                        URI url = URI.create("http://127.0.0.1:" + Files.readString(portFile));
                        if (answers(client, url)) {
                            return new EmbeddedClickHouse(process, url);
                        }
                    }
                    process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
            throw new IllegalStateException("The ClickHouse engine did not start; see "
                    + (log == null ? "the messages of this process" : log.toString()));
        }

        private static boolean answers(HttpClient client, URI url) throws InterruptedException {
            try {
                return client.send(
                                        HttpRequest.newBuilder(url.resolve("/ping"))
                                                .timeout(Duration.ofSeconds(5))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            }
        }

        /** The jar or folder of this class: the child needs nothing else. */
        private static String ownClasspath() {
            CodeSource source = EmbeddedClickHouse.class.getProtectionDomain().getCodeSource();
            if (source == null) {
                return System.getProperty("java.class.path");
            }
            try {
                return Path.of(source.getLocation().toURI()).toString();
            } catch (URISyntaxException e) {
                throw new IllegalStateException("The own jar cannot be found: " + source.getLocation(), e);
            }
        }
    }
}
