package io.tidewatch.demo.flight;

import java.util.Locale;

/** Part of the day in which a flight leaves; recorded as a segment of each prediction. */
public enum Daypart {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING;

    /** The part an hour (0 to 23) belongs to: night 21 to 5, morning 5 to 12, afternoon 12 to 17, evening 17 to 21. */
    public static Daypart of(int hour) {
        if (hour < 5 || hour >= 21) {
            return NIGHT;
        }
        if (hour < 12) {
            return MORNING;
        }
        return hour < 17 ? AFTERNOON : EVENING;
    }

    /** The value of the segment {@code daypart}. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
