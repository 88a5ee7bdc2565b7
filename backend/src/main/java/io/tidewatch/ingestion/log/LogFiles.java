package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How the log writes files: the seam at which tests make a disk fail. */
public interface LogFiles {

    /** Creates a file that must not exist. */
    WritableFile create(Path path) throws IOException;

    /** Makes the entries of a folder durable. */
    void syncFolder(Path folder) throws IOException;

    /** A file that is appended to. */
    interface WritableFile extends AutoCloseable {

        /** Appends all bytes of the buffers. */
        void append(ByteBuffer[] buffers) throws IOException;

        /** Returns when everything appended is durable. */
        void sync() throws IOException;

        /** Cuts the file. */
        void truncate(long size) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Files of the operating system. */
    static LogFiles real() {
        return new RealLogFiles();
    }

    /** Files of the operating system. */
    final class RealLogFiles implements LogFiles {

        private RealLogFiles() {}

        @Override
        public WritableFile create(Path path) throws IOException {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new WritableFile() {
                @Override
                public void append(ByteBuffer[] buffers) throws IOException {
                    int first = 0;
                    while (first < buffers.length) {
                        channel.write(buffers, first, Math.min(MAX_BUFFERS, buffers.length - first));
                        while (first < buffers.length && !buffers[first].hasRemaining()) {
                            first++;
                        }
                    }
                }

                @Override
                public void sync() throws IOException {
                    channel.force(false);
                }

                @Override
                public void truncate(long size) throws IOException {
                    channel.truncate(size);
                    channel.position(size);
                }

                @Override
                public void close() throws IOException {
                    channel.close();
                }
            };
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }

        // The most that one call of the operating system takes.
        private static final int MAX_BUFFERS = 1024;
    }
}
