package io.tidewatch.clickhouse.embedded.engine;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One native result: of a whole statement, the handle of a stream, or one piece of a stream.
 *
 * <p>Must be closed exactly once, on the thread of its connection; its buffer is invalid afterwards.
 */
@SuppressWarnings("restricted") // The length of a buffer is only known to the library, so segments are re-sized here.
final class ChdbResult implements AutoCloseable {

    private final Chdb chdb;
    private final MemorySegment address;
    private boolean closed;

    ChdbResult(Chdb chdb, MemorySegment address) {
        this.chdb = chdb;
        this.address = address;
        if (address.address() == 0) {
            throw new EngineException(EngineException.LOGICAL_ERROR, "The engine returned no result");
        }
    }

    MemorySegment address() {
        return address;
    }

    /** The engine's message if the statement failed. */
    Optional<EngineException> error() {
        MemorySegment text = Native.callAddress(() -> (MemorySegment) chdb.resultError.invokeExact(address));
        return text.address() == 0
                ? Optional.empty()
                : Optional.of(
                        EngineException.parse(text.reinterpret(Long.MAX_VALUE).getString(0)));
    }

    /** Length of the data in bytes. */
    long length() {
        return Native.callLong(() -> (long) chdb.resultLength.invokeExact(address));
    }

    /** A view of a part of the native buffer; valid until this result is closed. */
    ByteBuffer slice(long offset, int length) {
        MemorySegment buffer = Native.callAddress(() -> (MemorySegment) chdb.resultBuffer.invokeExact(address));
        return buffer.reinterpret(length()).asSlice(offset, length).asByteBuffer();
    }

    /** What the engine counted for this result. */
    QueryStatistics statistics() {
        return new QueryStatistics(
                Native.callLong(() -> (long) chdb.storageRowsRead.invokeExact(address)),
                Native.callLong(() -> (long) chdb.storageBytesRead.invokeExact(address)),
                Native.callLong(() -> (long) chdb.rowsWritten.invokeExact(address)),
                Native.callLong(() -> (long) chdb.bytesWritten.invokeExact(address)),
                Native.callLong(() -> (long) chdb.resultRows.invokeExact(address)),
                Native.callLong(() -> (long) chdb.resultBytes.invokeExact(address)),
                Native.callLong(() -> (long) ((double) chdb.resultElapsed.invokeExact(address) * 1e9)));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Native.call(() -> {
                chdb.destroyResult.invokeExact(address);
            });
        }
    }
}
