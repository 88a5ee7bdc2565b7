package io.tidewatch.clickhouse.embedded.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes from a client, with a look-ahead.
 *
 * <p>While a request is answered nothing more should come. Reading ahead then tells at once when the client closes its
 * end, and keeps the first bytes of a next request if they come early.
 */
final class ClientInput extends InputStream {

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private @Nullable Thread ahead;

    /** Written by the look-ahead, read after joining it. */
    private @Nullable IOException failure;

    ClientInput(InputStream in) {
        this.in = in;
    }

    /** Starts to look ahead; {@code onEnd} runs on another thread if the client closes its end. */
    void watch(Runnable onEnd) {
        if (position == limit && ahead == null) {
            ahead = Thread.ofVirtual().start(() -> lookAhead(onEnd));
        }
    }

    /** Waits without a limit for the first byte of the next request. False at the end of the stream. */
    boolean awaitData() throws IOException {
        watch(() -> {});
        joinAhead();
        return limit > position;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        joinAhead();
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private void lookAhead(Runnable onEnd) {
        position = 0;
        limit = 0;
        try {
            limit = Math.max(0, readWithoutTimeout());
        } catch (IOException e) {
            failure = e;
        }
        if (limit == 0) {
            onEnd.run();
        }
    }

    private int readWithoutTimeout() throws IOException {
        while (true) {
            try {
                return in.read(buffer);
            } catch (SocketTimeoutException e) {
                // The time limit is for the bytes of a request; between requests a client may be silent.
            }
        }
    }

    private void joinAhead() throws IOException {
        Thread thread = ahead;
        if (thread == null) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the client", e);
        }
        ahead = null;
        IOException failed = failure;
        failure = null;
        if (failed != null) {
            throw failed;
        }
    }
}
