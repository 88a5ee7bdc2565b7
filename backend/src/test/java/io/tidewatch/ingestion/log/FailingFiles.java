package io.tidewatch.ingestion.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Real files whose syncs and cuts fail when a test wants it, and can be held up. */
final class FailingFiles implements LogFiles {

    final AtomicInteger syncs = new AtomicInteger();
    final AtomicInteger failingSyncs = new AtomicInteger();
    final Semaphore syncMayPass = new Semaphore(1_000_000);
    final Semaphore syncBegan = new Semaphore(0);
    volatile boolean cutsFail;

    private final LogFiles real = LogFiles.real();

    @Override
    public WritableFile create(Path path) throws IOException {
        WritableFile file = real.create(path);
        return new WritableFile() {
            @Override
            public void append(ByteBuffer[] buffers) throws IOException {
                file.append(buffers);
            }

            @Override
            public void sync() throws IOException {
                syncs.incrementAndGet();
                syncBegan.release();
                syncMayPass.acquireUninterruptibly();
                if (failingSyncs.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IOException("Input/output error");
                }
                file.sync();
            }

            @Override
            public void truncate(long size) throws IOException {
                if (cutsFail) {
                    throw new IOException("Input/output error");
                }
                file.truncate(size);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        real.syncFolder(folder);
    }
}
