package io.tidewatch.clickhouse.embedded.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A request body in chunked transfer coding. */
final class ChunkedInput extends InputStream {

    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private long remaining;
    private boolean first = true;
    private boolean ended;

    ChunkedInput(InputStream in) {
        this.in = in;
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
        if (remaining == 0 && !nextChunk()) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, remaining));
        if (count < 0) {
            throw new EOFException("The body ended within a chunk");
        }
        remaining -= count;
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (ended) {
            return false;
        }
        if (!first && !line().isEmpty()) {
            throw new HttpException(400, "A chunk is longer than it says");
        }
        first = false;
        String size = line();
        int extension = size.indexOf(';');
        try {
            remaining = Long.parseLong((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
        } catch (NumberFormatException e) {
            throw new HttpException(400, "A chunk has no valid size");
        }
        if (remaining < 0) {
            throw new HttpException(400, "A chunk has no valid size");
        }
        if (remaining == 0) {
            ended = true;
            while (!line().isEmpty()) {
                // Trailers mean nothing here.
            }
        }
        return !ended;
    }

    private String line() throws IOException {
        return HttpLines.read(in, LONGEST_LINE);
    }
}
