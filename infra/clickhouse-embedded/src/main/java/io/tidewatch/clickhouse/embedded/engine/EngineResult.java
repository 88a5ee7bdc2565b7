package io.tidewatch.clickhouse.embedded.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Data in native memory: a whole result or a piece of a stream. Close it to free the memory. */
public final class EngineResult implements AutoCloseable {

    private static final int COPY_BYTES = 64 * 1024;

    private final EngineConnection connection;
    private final ChdbResult result;
    private final long length;
    private final QueryStatistics statistics;
    private boolean closed;

    EngineResult(EngineConnection connection, ChdbResult result) {
        this.connection = connection;
        this.result = result;
        this.length = result.length();
        this.statistics = result.statistics();
    }

    /** Length in bytes. */
    public long length() {
        return length;
    }

    /** What the engine counted. */
    public QueryStatistics statistics() {
        return statistics;
    }

    /** Writes the data from an offset on, through a small buffer: the heap does not grow with the result. */
    public void writeTo(OutputStream out, long offset) throws IOException {
        checkOpen();
        byte[] buffer = new byte[(int) Math.min(COPY_BYTES, Math.max(0, length - offset))];
        for (long position = offset; position < length; ) {
            int count = (int) Math.min(buffer.length, length - position);
            result.slice(position, count).get(buffer, 0, count);
            out.write(buffer, 0, count);
            position += count;
        }
    }

    /** A read-only view of at most {@code limit} first bytes; valid until this is closed. */
    public ByteBuffer head(int limit) {
        checkOpen();
        return length == 0
                ? ByteBuffer.allocate(0)
                : result.slice(0, (int) Math.min(limit, length)).asReadOnlyBuffer();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            connection.free(result);
        }
    }

    /** Native memory that was freed must not be read: the process would not survive it. */
    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The result has been freed");
        }
    }
}
