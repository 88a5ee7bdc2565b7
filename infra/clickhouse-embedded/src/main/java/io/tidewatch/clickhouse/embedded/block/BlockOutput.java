package io.tidewatch.clickhouse.embedded.block;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a body as blocks.
 *
 * <p>The data is wrapped as valid LZ4 but not made smaller: both ends are on one machine, and clients that ask for
 * compression by default only have to be understood.
 */
public final class BlockOutput extends OutputStream {

    private static final int DATA_BYTES = 64 * 1024;

    /** A sequence of LZ4 begins with a token, whose upper half is a length of literals or 15 with more bytes behind it. */
    private static final int LONG_LITERALS = 15;

    /** Token and the bytes of the length of the literals, at most. */
    private static final int LENGTH_BYTES = 2 + DATA_BYTES / 255;

    private final OutputStream out;
    private final byte[] data = new byte[DATA_BYTES];
    private final byte[] block =
            new byte[BlockHeader.CHECKSUM_BYTES + BlockHeader.FIXED_BYTES + LENGTH_BYTES + DATA_BYTES];
    private int size;

    /** @param out where the blocks go; closed with this stream */
    public BlockOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        if (size == data.length) {
            writeBlock();
        }
        data[size++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (size == data.length) {
                writeBlock();
            }
            int count = Math.min(left, data.length - size);
            System.arraycopy(bytes, from, data, size, count);
            size += count;
            from += count;
            left -= count;
        }
    }

    @Override
    public void close() throws IOException {
        if (size > 0) {
            writeBlock();
        }
        out.close();
    }

    private void writeBlock() throws IOException {
        int at = BlockHeader.CHECKSUM_BYTES + BlockHeader.FIXED_BYTES;
        if (size < LONG_LITERALS) {
            block[at++] = (byte) (size << 4);
        } else {
            block[at++] = (byte) (LONG_LITERALS << 4);
            int more = size - LONG_LITERALS;
            for (; more >= 255; more -= 255) {
                block[at++] = (byte) 255;
            }
            block[at++] = (byte) more;
        }
        System.arraycopy(data, 0, block, at, size);
        int end = at + size;
        int compressed = end - BlockHeader.CHECKSUM_BYTES;
        block[BlockHeader.CHECKSUM_BYTES] = BlockHeader.METHOD_LZ4;
        BlockHeader.putInt(block, BlockHeader.CHECKSUM_BYTES + 1, compressed);
        BlockHeader.putInt(block, BlockHeader.CHECKSUM_BYTES + 5, size);
        BlockHeader.putChecksum(block, 0, CityHash128.of(block, BlockHeader.CHECKSUM_BYTES, compressed));
        out.write(block, 0, end);
        size = 0;
    }
}
