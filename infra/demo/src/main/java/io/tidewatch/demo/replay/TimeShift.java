package io.tidewatch.demo.replay;

import io.tidewatch.demo.flight.FlightPeriods;
import io.tidewatch.demo.flight.FlightTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Moves 2001 so that the replay ends now. The shift is a whole number of days: every flight keeps its time of day, which is
 * read as UTC, and the last replayed day, 30 June, falls on today. Its flights after the present time of day have not
 * happened yet and are not replayed. Days of the week move with the dates; the feature {@code weekday} keeps the flight's own.
 *
 * @param days added to every date
 * @param cutoffMinute flight minute that is the moment of the first start; later flights are left out
 */
public record TimeShift(int days, int cutoffMinute) {
    /** The shift for a replay that ends at that moment. */
    public static TimeShift endingAt(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate lastDay = FlightPeriods.END.minusDays(1);
        int days = Math.toIntExact(today.toEpochDay() - lastDay.toEpochDay());
        return new TimeShift(days, toFlightMinute(days, now));
    }

    /** When a flight minute happens in the replay. */
    public Instant toInstant(int flightMinute) {
        return FlightTime.toInstant(flightMinute).plus(Duration.ofDays(days));
    }

    /** The flight minute that happens at an instant of the replay. */
    public int toFlightMinute(Instant instant) {
        return toFlightMinute(days, instant);
    }

    private static int toFlightMinute(int days, Instant instant) {
        return Math.toIntExact(
                Math.floorDiv(instant.minus(Duration.ofDays(days)).getEpochSecond(), 60));
    }
}
