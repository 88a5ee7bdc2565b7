package io.tidewatch.ui.component;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants and spans as text, in the viewer's zone, where no element can be used. */
public final class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_HOUR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private Times() {}

    /** Such as "3 Jan 2026 14:05". */
    public static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** From and to: days only if it is longer than four days. */
    public static String span(Instant from, Instant to, ZoneId zone) {
        DateTimeFormatter format = Duration.between(from, to).toDays() >= 4 ? DAY : MINUTE;
        return format.format(from.atZone(zone)) + " – " + format.format(to.atZone(zone));
    }

    /** The label of one interval of a longer chart. */
    public static String label(Instant start, boolean hourly, ZoneId zone) {
        return (hourly ? SHORT_HOUR : SHORT_DAY).format(start.atZone(zone));
    }
}
