package io.tidewatch.clickhouse.embedded.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A request body of known length. */
final class FixedLengthInput extends InputStream {

    private final InputStream in;
    private long remaining;

    FixedLengthInput(InputStream in, long length) {
        this.in = in;
        this.remaining = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (remaining == 0) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, remaining));
        if (count < 0) {
            throw new EOFException("The body is shorter than its Content-Length");
        }
        remaining -= count;
        return count;
    }
}
