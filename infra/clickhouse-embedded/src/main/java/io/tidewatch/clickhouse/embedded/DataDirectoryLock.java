package io.tidewatch.clickhouse.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two processes from using one data directory. The operating system frees the lock when the process ends. */
final class DataDirectoryLock {

    /** Held for the life of the process; a channel that is garbage collected would free its lock. */
    private static @Nullable FileLock held;

    private DataDirectoryLock() {}

    static void acquire(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held = channel.tryLock();
        if (held == null) {
            channel.close();
            throw new IOException(data + " is in use by another process");
        }
    }
}
