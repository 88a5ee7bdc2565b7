package io.tidewatch.demo.flight;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The clock of the flight data: whole minutes since 1970-01-01T00:00, read off the wall clock at the airport of departure.
 * The data carries no time zones, so minutes of different airports may be apart by up to {@value #MAX_CLOCK_DIFFERENCE_MINUTES}.
 */
public final class FlightTime {
    public static final int MINUTES_PER_DAY = 24 * 60;

    /** From Saint Thomas to Honolulu in winter, the widest pair among the airports: six hours. */
    public static final int MAX_CLOCK_DIFFERENCE_MINUTES = 6 * 60;

    private static final int SECONDS_PER_MINUTE = 60;

    private FlightTime() {}

    /** The minute at which a date begins. */
    public static int startOf(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() * MINUTES_PER_DAY);
    }

    /** The minute of a local date and time; seconds are dropped. */
    public static int toMinute(LocalDateTime time) {
        return Math.toIntExact(Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), SECONDS_PER_MINUTE));
    }

    public static LocalDateTime toDateTime(int minute) {
        return LocalDateTime.ofEpochSecond((long) minute * SECONDS_PER_MINUTE, 0, ZoneOffset.UTC);
    }

    public static LocalDate dateOf(int minute) {
        return LocalDate.ofEpochDay(Math.floorDiv(minute, MINUTES_PER_DAY));
    }

    public static DayOfWeek weekday(int minute) {
        return dateOf(minute).getDayOfWeek();
    }

    /** The instant that shows the same digits in UTC. */
    public static Instant toInstant(int minute) {
        return Instant.ofEpochSecond((long) minute * SECONDS_PER_MINUTE);
    }
}
