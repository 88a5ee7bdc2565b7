package io.tidewatch.ingestion;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A partition of the tables that are split by retention and week.
 *
 * @param week number of the Monday, counted in days since 1970
 */
record Partition(int retentionDays, long week) implements Comparable<Partition> {

    // 1970-01-01 was a Thursday.
    private static final int DAYS_SINCE_MONDAY = 3;
    private static final int DAYS = 7;

    static Partition of(int retentionDays, long micros) {
        long day = Math.floorDiv(micros, TimeUnit.DAYS.toMicros(1));
        return new Partition(retentionDays, day - Math.floorMod(day + DAYS_SINCE_MONDAY, DAYS));
    }

    Instant from() {
        return Instant.ofEpochSecond(TimeUnit.DAYS.toSeconds(week));
    }

    Instant to() {
        return Instant.ofEpochSecond(TimeUnit.DAYS.toSeconds(week + DAYS));
    }

    @Override
    public int compareTo(Partition other) {
        int byWeek = Long.compare(week, other.week);
        return byWeek != 0 ? byWeek : Integer.compare(retentionDays, other.retentionDays);
    }
}
