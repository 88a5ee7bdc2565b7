package io.tidewatch.sdk.internal.id;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. The time is the event's own, so ids
 * of a replay sort like the events they stand for.
 *
 * <p>The random bits come from the thread's generator, which never waits, mixed with a secret of this process:
 * two processes that start in the same instant still make different ids.
 */
public final class UuidV7 {

    private static final long MAX_MILLIS = (1L << 48) - 1;
    private static final long SECRET_HIGH;
    private static final long SECRET_LOW;

    static {
        SecureRandom random = new SecureRandom();
        SECRET_HIGH = random.nextLong();
        SECRET_LOW = random.nextLong();
    }

    private UuidV7() {}

    /** A new id for something that happened {@code epochMillis} after 1970; times outside the format are clamped. */
    public static String next(long epochMillis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return of(epochMillis, random.nextLong() ^ SECRET_HIGH, random.nextLong() ^ SECRET_LOW);
    }

    static String of(long epochMillis, long randomHigh, long randomLow) {
        long millis = Math.min(Math.max(0, epochMillis), MAX_MILLIS);
        long high = millis << 16 | 0x7000L | (randomHigh & 0xFFFL);
        long low = (randomLow & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
