package io.tidewatch.demo.flight;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * All flights of the Parquet file in order of departure, kept as a local file. ClickHouse decodes and sorts once; every later
 * pass reads the local file, so a slow replay holds no query open in the engine.
 *
 * @param path the RowBinary file
 */
public record FlightFile(Path path) {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /**
     * Decodes and sorts the Parquet file unless that was done before.
     *
     * @param clickHouse HTTP address of an engine that can read the Parquet file
     * @param target where the decoded file is kept
     * @throws IOException if the engine refuses the query or the file cannot be written
     */
    public static FlightFile prepare(URI clickHouse, Path parquet, Path target)
            throws IOException, InterruptedException {
        if (Files.exists(target)) {
            return new FlightFile(target);
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        String query = query(parquet);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(clickHouse)
                    .timeout(TIMEOUT)
                    .POST(HttpRequest.BodyPublishers.ofString(query))
                    .build();
            HttpResponse<Path> response = client.send(request, BodyHandlers.ofFile(partial));
            if (response.statusCode() != 200) {
                throw new IOException("ClickHouse could not read the flights: " + Files.readString(partial));
            }
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        return new FlightFile(target);
    }

    /** Starts at the first flight. */
    public FlightReader open() throws IOException {
        return FlightReader.open(path);
    }

    /** How many flights leave in {@code [fromMinute, toMinute)}. */
    public long count(int fromMinute, int toMinute) throws IOException {
        long count = 0;
        try (FlightReader reader = open()) {
            for (Flight flight = reader.next(); flight != null && flight.minute() < toMinute; flight = reader.next()) {
                if (flight.minute() >= fromMinute) {
                    count++;
                }
            }
        }
        return count;
    }

    private static String query(Path parquet) {
        String file = parquet.toAbsolutePath().toString().replace("\\", "\\\\").replace("'", "\\'");
        // The tail of the order only makes rows of the same minute come out the same every time.
        return """
            SELECT toInt32(intDiv(toUnixTimestamp(assumeNotNull(date)), 60)) AS minute,
                toInt16(assumeNotNull(delay)) AS delay,
                toInt32(assumeNotNull(distance)) AS miles,
                assumeNotNull(origin) AS from_airport,
                assumeNotNull(destination) AS to_airport
            FROM file('%s', 'Parquet')
            WHERE date IS NOT NULL AND delay IS NOT NULL AND distance IS NOT NULL
                AND origin IS NOT NULL AND destination IS NOT NULL
            ORDER BY minute, from_airport, to_airport, miles, delay
            FORMAT RowBinary
            """.formatted(file);
    }
}
