package io.tidewatch.clickhouse.embedded.block;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Reads a body of blocks. Fails with {@link ZipException} where a block is damaged. */
public final class BlockInput extends InputStream {

    /** The server's limit too. */
    private static final int LARGEST_BLOCK = 64 * 1024 * 1024;

    private final InputStream in;
    private byte[] data = {};
    private int position;
    private int limit;

    /** @param in the blocks */
    public BlockInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? data[position++] & 0xff : -1;
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
        System.arraycopy(data, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == limit) {
            byte[] header = in.readNBytes(BlockHeader.CHECKSUM_BYTES + BlockHeader.FIXED_BYTES);
            if (header.length == 0) {
                return false;
            }
            if (header.length < BlockHeader.CHECKSUM_BYTES + BlockHeader.FIXED_BYTES) {
                throw new EOFException("The body ended within a block");
            }
            readBlock(header);
        }
        return true;
    }

    private void readBlock(byte[] header) throws IOException {
        int compressed = BlockHeader.intAt(header, BlockHeader.CHECKSUM_BYTES + 1);
        int size = BlockHeader.intAt(header, BlockHeader.CHECKSUM_BYTES + 5);
        if (compressed < BlockHeader.FIXED_BYTES || compressed > LARGEST_BLOCK || size < 0 || size > LARGEST_BLOCK) {
            throw new ZipException("A block has an impossible size");
        }
        byte[] block = new byte[compressed];
        System.arraycopy(header, BlockHeader.CHECKSUM_BYTES, block, 0, BlockHeader.FIXED_BYTES);
        int dataBytes = compressed - BlockHeader.FIXED_BYTES;
        if (in.readNBytes(block, BlockHeader.FIXED_BYTES, dataBytes) < dataBytes) {
            throw new EOFException("The body ended within a block");
        }
        if (!CityHash128.of(block, 0, compressed).equals(BlockHeader.checksumAt(header, 0))) {
            throw new ZipException("The checksum of a block does not match");
        }
        data = decoded(block, size);
        position = 0;
        limit = size;
    }

    private static byte[] decoded(byte[] block, int size) throws ZipException {
        return switch (block[0]) {
            case BlockHeader.METHOD_LZ4 -> Lz4.decode(block, BlockHeader.FIXED_BYTES, size);
            case BlockHeader.METHOD_NONE -> {
                if (block.length - BlockHeader.FIXED_BYTES != size) {
                    throw new ZipException("A block has an impossible size");
                }
                byte[] data = new byte[size];
                System.arraycopy(block, BlockHeader.FIXED_BYTES, data, 0, size);
                yield data;
            }
            default -> throw new ZipException("The compression of a block is neither LZ4 nor none");
        };
    }
}
