package io.tidewatch.clickhouse.embedded.block;

import java.util.zip.ZipException;

/** Decoder of LZ4 blocks. */
final class Lz4 {

    private static final int LONG_LENGTH = 15;
    private static final int SHORTEST_MATCH = 4;

    private final byte[] source;
    private final byte[] target;
    private int from;
    private int to;

    private Lz4(byte[] source, int from, int size) {
        this.source = source;
        this.from = from;
        this.target = new byte[size];
    }

    /**
     * Decodes from an offset to the end of the source.
     *
     * @param size number of bytes that must come out
     * @throws ZipException if the source is not LZ4 of that size
     */
    static byte[] decode(byte[] source, int offset, int size) throws ZipException {
        try {
            return new Lz4(source, offset, size).decode();
        } catch (IndexOutOfBoundsException e) {
            throw damaged();
        }
    }

    private byte[] decode() throws ZipException {
        while (from < source.length) {
            int token = source[from++] & 0xff;
            int literals = length(token >>> 4);
            System.arraycopy(source, from, target, to, literals);
            from += literals;
            to += literals;
            if (from < source.length) {
                copyMatch(token & 0x0f);
            }
        }
        if (to != target.length) {
            throw damaged();
        }
        return target;
    }

    /** Repeats what was written before; the copy may overlap itself, and then repeats its own first bytes. */
    private void copyMatch(int code) throws ZipException {
        int distance = (source[from] & 0xff) | ((source[from + 1] & 0xff) << 8);
        from += 2;
        int count = length(code) + SHORTEST_MATCH;
        if (distance == 0 || distance > to) {
            throw damaged();
        }
        for (int end = to + count; to < end; to++) {
            target[to] = target[to - distance];
        }
    }

    private int length(int code) throws ZipException {
        int length = code;
        if (code == LONG_LENGTH) {
            int more;
            do {
                more = source[from++] & 0xff;
                length += more;
                if (length < 0) {
                    throw damaged();
                }
            } while (more == 255);
        }
        return length;
    }

    private static ZipException damaged() {
        return new ZipException("A block is not valid LZ4");
    }
}
