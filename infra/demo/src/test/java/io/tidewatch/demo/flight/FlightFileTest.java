package io.tidewatch.demo.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightFileTest {
    private static final List<Flight> FLIGHTS = List.of(
            new Flight(100, -1_116, 21, "ATL", "SAV"),
            new Flight(200, 1_688, 4_962, "JFK", "HNL"),
            new Flight(300, 0, 733, "ORD", "JFK"));

    @TempDir
    Path folder;

    @Test
    void readsWhatWasWritten() throws IOException {
        FlightFile file = FlightRows.write(folder.resolve("flights"), FLIGHTS);
        List<Flight> read = new ArrayList<>();

        try (FlightReader reader = file.open()) {
            for (Flight flight = reader.next(); flight != null; flight = reader.next()) {
                read.add(flight);
            }
        }

        assertThat(read).isEqualTo(FLIGHTS);
    }

    @Test
    void countsAHalfOpenStretch() throws IOException {
        FlightFile file = FlightRows.write(folder.resolve("flights"), FLIGHTS);

        assertThat(file.count(100, 300)).isEqualTo(2);
        assertThat(file.count(101, 301)).isEqualTo(2);
    }

    @Test
    void saysWhenTheFileIsCutOff() throws IOException {
        Path path = FlightRows.write(folder.resolve("flights"), FLIGHTS).path();
        byte[] bytes = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));

        try (FlightReader reader = new FlightFile(path).open()) {
            assertThat(reader.next()).isEqualTo(FLIGHTS.get(0));
            assertThat(reader.next()).isEqualTo(FLIGHTS.get(1));
            assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
        }
    }
}
