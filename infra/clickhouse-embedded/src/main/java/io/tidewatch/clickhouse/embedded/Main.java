package io.tidewatch.clickhouse.embedded;

import io.tidewatch.clickhouse.embedded.engine.EngineConfiguration;
import io.tidewatch.clickhouse.embedded.engine.EngineLibrary;
import io.tidewatch.clickhouse.embedded.engine.EnginePool;
import io.tidewatch.clickhouse.embedded.http.HttpServer;
import io.tidewatch.clickhouse.embedded.query.FrontDoor;
import io.tidewatch.clickhouse.embedded.query.QueryHandler;
import io.tidewatch.clickhouse.embedded.query.SpoolDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/** The process that holds the engine. It writes to standard error only, and ends with status 0 when it is asked to stop. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;

    private Main() {}

    /**
     * Starts the engine and serves it until the process is asked to stop or its parent is gone.
     *
     * @param args see {@link Options#USAGE}
     */
    public static void main(String[] args) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            Runtime.getRuntime().halt(WRONG_ARGUMENTS);
            return;
        }
        try {
            serve(options);
        } catch (IOException | RuntimeException e) {
            System.err.println("The ClickHouse engine did not start: " + e.getMessage());
            // Not exit: open connections would abort the process in native code.
            Runtime.getRuntime().halt(FAILED);
        }
        // The threads of server and engine are daemons; the process lives until halt.
        new CountDownLatch(1).await();
    }

    private static void serve(Options options) throws IOException {
        long start = System.nanoTime();
        Path data = Files.createDirectories(options.data().toAbsolutePath().normalize());
        DataDirectoryLock.acquire(data);
        SpoolDirectory spool = SpoolDirectory.open(data.resolve("spool"));
        EnginePool engine = EnginePool.start(new EngineConfiguration(
                options.library().isPresent() ? options.library().get() : EngineLibrary.locate(System.getenv()),
                Files.createDirectories(data.resolve("engine")),
                options.memoryBytes(),
                options.connections()));
        HttpServer server = HttpServer.start(options.port(), new FrontDoor(new QueryHandler(engine, spool)));
        Shutdown shutdown = new Shutdown(server, engine);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        if (options.parent().isPresent()) {
            ParentWatch.start(options.parent().getAsLong(), shutdown::run);
        }
        System.err.printf(
                "ClickHouse %s serves http://127.0.0.1:%d after %d ms, data in %s%n",
                engine.ask("SELECT version()"), server.port(), (System.nanoTime() - start) / 1_000_000, data);
        if (options.portFile().isPresent()) {
            publishPort(options.portFile().get(), server.port());
        }
    }

    /** Moved into place, so that whoever waits for the file never reads a part of it. */
    private static void publishPort(Path file, int port) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, Integer.toString(port));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
