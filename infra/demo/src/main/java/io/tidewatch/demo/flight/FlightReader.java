package io.tidewatch.demo.flight;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads flights one by one from a file in ClickHouse's RowBinary format; holds one block of the file in memory. */
public final class FlightReader implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 16;
    private static final int NUMBER_BYTES = Integer.BYTES + Short.BYTES + Integer.BYTES;

    private final FileChannel channel;
    private final ByteBuffer block =
            ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final Map<Integer, String> airports = new HashMap<>();

    private FlightReader(FileChannel channel) {
        this.channel = channel;
    }

    static FlightReader open(Path file) throws IOException {
        return new FlightReader(FileChannel.open(file));
    }

    /**
     * The next flight, or null at the end of the file.
     *
     * @throws EOFException if the file ends within a row
     */
    public @Nullable Flight next() throws IOException {
        if (!has(1)) {
            return null;
        }
        require(NUMBER_BYTES);
        int minute = block.getInt();
        int delay = block.getShort();
        int distance = block.getInt();
        return new Flight(minute, delay, distance, readAirport(), readAirport());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private String readAirport() throws IOException {
        require(1);
        // Codes have three letters, so the length always fits the first byte of the variable-length integer.
        int length = block.get();
        require(length);
        int key = 0;
        for (int letter = 0; letter < length; letter++) {
            key = key << Byte.SIZE | block.get();
        }
        String known = airports.get(key);
        if (known == null) {
            known = new String(block.array(), block.position() - length, length, StandardCharsets.US_ASCII);
            airports.put(key, known);
        }
        return known;
    }

    private void require(int bytes) throws IOException {
        if (!has(bytes)) {
            throw new EOFException("The file of flights ends within a row");
        }
    }

    private boolean has(int bytes) throws IOException {
        if (block.remaining() >= bytes) {
            return true;
        }
        block.compact();
        int read = 0;
        while (read >= 0 && block.position() < bytes) {
            read = channel.read(block);
        }
        block.flip();
        return block.remaining() >= bytes;
    }
}
