package io.tidewatch.clickhouse.embedded;

import io.tidewatch.clickhouse.embedded.engine.EnginePool;
import io.tidewatch.clickhouse.embedded.http.HttpServer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Stops the process: no new requests, running queries killed, connections closed, and then halt. */
final class Shutdown {

    private final HttpServer server;
    private final EnginePool engine;
    private final AtomicBoolean begun = new AtomicBoolean();

    Shutdown(HttpServer server, EnginePool engine) {
        this.server = server;
        this.engine = engine;
    }

    /** Does not return. */
    void run() {
        if (!begun.compareAndSet(false, true)) {
            // Returning would let the JVM end in its own way while the connections are still open.
            awaitHalt();
        }
        try {
            server.stopAccepting();
            engine.close();
        } catch (IOException | RuntimeException e) {
            System.err.println("The ClickHouse engine did not stop cleanly: " + e.getMessage());
        } finally {
            // Not exit: global destructors of the library abort the process while its threads run.
            Runtime.getRuntime().halt(0);
        }
    }

    private static void awaitHalt() {
        while (true) {
            LockSupport.park();
        }
    }
}
