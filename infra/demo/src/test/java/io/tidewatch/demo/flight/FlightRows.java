package io.tidewatch.demo.flight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes flights for tests in the format that {@link FlightReader} reads. */
public final class FlightRows {
    private FlightRows() {}

    public static FlightFile write(Path file, List<Flight> flights) {
        ByteBuffer buffer = ByteBuffer.allocate(flights.size() * 18).order(ByteOrder.LITTLE_ENDIAN);
        for (Flight flight : flights) {
            buffer.putInt(flight.minute());
            buffer.putShort((short) flight.delayMinutes());
            buffer.putInt(flight.distanceMiles());
            putText(buffer, flight.origin());
            putText(buffer, flight.destination());
        }
        try {
            Files.write(file, buffer.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FlightFile(file);
    }

    private static void putText(ByteBuffer buffer, String text) {
        buffer.put((byte) text.length());
        buffer.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
