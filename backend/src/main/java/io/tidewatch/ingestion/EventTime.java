package io.tidewatch.ingestion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times of events: RFC 3339 on the wire, microseconds since 1970 in the store. */
final class EventTime {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int MAX_LENGTH = 64;

    private EventTime() {}

    /** Reads an RFC 3339 time with any offset, or returns null if the text is something else. */
    static @Nullable Instant parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Microseconds since 1970, cut off; only for times that were checked to be within range. */
    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / 1000);
    }

    /** The time of these microseconds since 1970. */
    static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
