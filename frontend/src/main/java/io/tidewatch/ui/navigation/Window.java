package io.tidewatch.ui.navigation;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time. */
public record Window(Instant from, Instant to) {

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /**
     * The interval, as ISO 8601 duration, that cuts this window into a readable number of points: hours up to four days,
     * days up to 400.
     */
    public String interval() {
        return length().compareTo(Duration.ofDays(4)) <= 0 ? "PT1H" : "P1D";
    }

    /** The interval for what needs many rows per point: days, or hours for windows of a day and less. */
    public String coarseInterval() {
        return length().compareTo(Duration.ofDays(1)) <= 0 ? "PT1H" : "P1D";
    }
}
