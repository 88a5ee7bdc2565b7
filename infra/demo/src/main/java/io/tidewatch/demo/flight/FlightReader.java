package io.tidewatch.demo.flight;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads flights one by one from a file in ClickHouse's RowBinary format; holds one row in memory. */
public final class FlightReader implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final Map<String, String> airports = new HashMap<>();

    FlightReader(InputStream in) {
        this.in = in;
    }

    static FlightReader open(Path file) throws IOException {
        return new FlightReader(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
    }

    /**
     * The next flight, or null at the end of the file.
     *
     * @throws EOFException if the file ends within a row
     */
    public @Nullable Flight next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        int minute = first | readLittleEndian(3) << 8;
        int delay = (short) readLittleEndian(2);
        int distance = readLittleEndian(4);
        return new Flight(minute, delay, distance, readAirport(), readAirport());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int readLittleEndian(int bytes) throws IOException {
        int value = 0;
        for (int index = 0; index < bytes; index++) {
            value |= readByte() << (8 * index);
        }
        return value;
    }

    private String readAirport() throws IOException {
        // Codes have three letters, so the length always fits the first byte of the variable-length integer.
        int length = readByte();
        byte[] code = in.readNBytes(length);
        if (code.length < length) {
            throw cutOff();
        }
        String text = new String(code, StandardCharsets.US_ASCII);
        return airports.computeIfAbsent(text, key -> key);
    }

    private int readByte() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw cutOff();
        }
        return value;
    }

    private static EOFException cutOff() {
        return new EOFException("The file of flights ends within a row");
    }
}
