package io.tidewatch.clickhouse.embedded.query;

import io.tidewatch.clickhouse.embedded.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files that hold the data of INSERT statements while the engine reads them.
 *
 * <p>The engine cuts off binary data that stands behind the statement, so data always travels in a file. It rarely
 * reaches the disk: the file is gone before the operating system writes it.
 */
public final class SpoolDirectory {

    private static final int COPY_BYTES = 256 * 1024;

    private final Path directory;
    private final AtomicLong number = new AtomicLong();

    private SpoolDirectory(Path directory) {
        this.directory = directory;
    }

    /** Uses a directory, and removes what a killed process has left there. */
    public static SpoolDirectory open(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        return new SpoolDirectory(directory);
    }

    /** A file in the directory; closing it deletes it. Its name has no extension: the engine would guess a compression. */
    record SpoolFile(Path path) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Copies some bytes and then a stream to its end into a new file. */
    SpoolFile copy(byte[] first, int from, int to, InputStream rest) throws IOException {
        SpoolFile file = new SpoolFile(directory.resolve("insert-" + number.incrementAndGet()));
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(file.path())) {
            write(out, first, from, to - from);
            byte[] buffer = new byte[COPY_BYTES];
            for (int count; (count = rest.read(buffer)) >= 0; ) {
                write(out, buffer, 0, count);
            }
            complete = true;
        } finally {
            if (!complete) {
                file.close();
            }
        }
        return file;
    }

    /** The client is there and can be told, which is not so when its own data cannot be read. */
    private static void write(OutputStream out, byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new EngineException(
                    EngineException.NOT_ENOUGH_SPACE, "The data of the INSERT cannot be kept: " + e.getMessage());
        }
    }
}
