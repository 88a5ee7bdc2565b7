package io.tidewatch.demo.flight;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/**
 * One flight as it was reported.
 *
 * @param minute actual departure, in minutes since 1970-01-01T00:00 on the local clock of the origin; see {@link FlightTime}
 * @param delayMinutes minutes after (negative: before) the scheduled arrival; known only after landing
 * @param distanceMiles great-circle distance in statute miles
 * @param origin IATA code of the airport of departure
 * @param destination IATA code of the airport of arrival
 */
public record Flight(int minute, int delayMinutes, int distanceMiles, String origin, String destination) {
    /** A flight is called late when it arrives more than this many minutes after schedule. */
    public static final int LATE_AFTER_MINUTES = 15;

    private static final int GROUND_MINUTES = 50;
    private static final double MILES_PER_MINUTE = 7.0;

    public boolean late() {
        return delayMinutes > LATE_AFTER_MINUTES;
    }

    /** Local departure time at the origin. */
    public LocalDateTime departure() {
        return FlightTime.toDateTime(minute);
    }

    /** Local hour of departure, 0 to 23. */
    public int hour() {
        return Math.floorMod(minute, FlightTime.MINUTES_PER_DAY) / 60;
    }

    public DayOfWeek weekday() {
        return FlightTime.weekday(minute);
    }

    /**
     * The minute from which the delay can be known, on the origin's clock; never earlier than it was in truth.
     * Landing = scheduled departure + scheduled duration + delay, and a flight leaves no earlier than scheduled but for a
     * few minutes; so departure + generous duration + delay is an upper bound of the landing.
     */
    public int outcomeKnownAtMinute() {
        return minute + GROUND_MINUTES + (int) (distanceMiles / MILES_PER_MINUTE) + Math.max(0, delayMinutes);
    }
}
