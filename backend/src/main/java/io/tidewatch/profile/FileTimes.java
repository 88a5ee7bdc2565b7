package io.tidewatch.profile;

import java.time.Instant;

/** Times that both databases can store. */
final class FileTimes {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");

    private FileTimes() {}

    static boolean isStorable(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(LAST);
    }
}
