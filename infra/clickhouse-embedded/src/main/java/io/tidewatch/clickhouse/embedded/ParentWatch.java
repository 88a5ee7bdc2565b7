package io.tidewatch.clickhouse.embedded;

import java.util.Optional;

/** Ends this process with the one that started it, also when that one was killed. */
final class ParentWatch {

    private ParentWatch() {}

    /** Calls {@code onDeath} once the process is gone, at once if it already is. */
    static void start(long parent, Runnable onDeath) {
        // The handle remembers when the parent started, so another process with the same number is not taken for it.
        Optional<ProcessHandle> handle = ProcessHandle.of(parent);
        Thread.ofPlatform().name("parent-watch").daemon().start(() -> {
            handle.ifPresent(process -> process.onExit().join());
            System.err.println("The parent process " + parent + " is gone");
            onDeath.run();
        });
    }
}
