package io.tidewatch.clickhouse.embedded;

import java.nio.file.Path;

/** A process that starts an engine, prints the engine's process id and waits to be killed. */
final class ParentOfEngine {

    private ParentOfEngine() {}

    public static void main(String[] args) throws InterruptedException {
        // Not through SharedEngine: loading that class would start another one.
        EmbeddedClickHouse engine = EmbeddedClickHouse.builder()
                .dataDirectory(Path.of(args[0]))
                .log(Path.of(args[0] + ".log"))
                .start();
        System.out.println(engine.pid());
        Thread.currentThread().join();
    }
}
