package io.tidewatch.clickhouse.embedded.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Knows for how long a write has been stuck.
 *
 * <p>A write blocks for as long as the client does not read, and Java has no time limit for it. A client that never
 * reads on would keep a connection of the engine for ever.
 */
final class GuardedOutput extends OutputStream {

    private final OutputStream out;

    /** {@link System#nanoTime()} at the start of the running write; only meaningful while {@link #writing}. */
    private volatile long since;

    private volatile boolean writing;

    GuardedOutput(OutputStream out) {
        this.out = out;
    }

    /** Nanoseconds since the running write began; 0 if none runs. */
    long stuckNanos() {
        long start = since;
        return writing ? System.nanoTime() - start : 0;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        since = System.nanoTime();
        writing = true;
        try {
            out.write(bytes, offset, length);
        } finally {
            writing = false;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
