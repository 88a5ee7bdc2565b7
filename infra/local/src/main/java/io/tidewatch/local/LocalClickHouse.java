package io.tidewatch.local;

import io.tidewatch.clickhouse.embedded.EmbeddedClickHouse;
import io.tidewatch.local.process.ChildProcess;
import io.tidewatch.local.process.ChildSpec;
import io.tidewatch.local.process.Readiness;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The embedded ClickHouse engine as a guarded child process with a log of its own. */
public final class LocalClickHouse implements RunningPart {

    private final ChildProcess server;
    private final URI url;

    private LocalClickHouse(ChildProcess server, URI url) {
        this.server = server;
        this.url = url;
    }

    /**
     * Starts the engine and waits until it answers.
     *
     * @param folder holds the data; used by one engine at a time
     * @param port on the loopback interface
     * @param log file that takes its output
     * @throws LocalStackException when it cannot start
     */
    static LocalClickHouse start(Path folder, int port, Path log) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "io.tidewatch.clickhouse.embedded.Main",
                "--data",
                folder.toString(),
                "--port",
                Integer.toString(port),
                "--parent",
                Long.toString(ProcessHandle.current().pid()));
        URI url = URI.create("http://127.0.0.1:" + port);
        ChildProcess server = ChildProcess.start(ChildSpec.of("clickhouse", command, Map.of(), folder, log));
        try {
            Readiness.await(server, Duration.ofMinutes(2), () -> Readiness.answers(url.resolve("/ping")));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return new LocalClickHouse(server, url);
    }

    /** The engine's jar, or its classes during a build: it needs nothing else. */
    private static String classPath() {
        try {
            return Path.of(EmbeddedClickHouse.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Address for clickhouse-jdbc and client-v2. */
    public URI url() {
        return url;
    }

    @Override
    public ChildProcess process() {
        return server;
    }

    /** Stops the engine and waits until it is gone. */
    @Override
    public void close() {
        server.close();
    }
}
