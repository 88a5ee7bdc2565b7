package io.tidewatch.sdk.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: exponential with full jitter on the upper half, so that many hosts do not
 * come back at the same instant, and never earlier than the server asked for.
 *
 * @param initialDelay about the wait after the first failure
 * @param maxDelay about the longest wait of our own; the server may ask for more
 */
public record RetryPolicy(Duration initialDelay, Duration maxDelay) {

    /** A server that asks for more than this is not believed. */
    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

    /** The policy used unless told otherwise: half a second, doubling, up to 30 seconds. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30));

    /**
     * Nanoseconds to wait.
     *
     * @param failures how many attempts have failed so far, at least 1
     * @param random uniform in [0, 1)
     */
    public long delayNanos(int failures, double random) {
        int doublings = Math.min(Math.max(0, failures - 1), 30);
        double full = Math.min(Math.scalb((double) initialDelay.toNanos(), doublings), (double) maxDelay.toNanos());
        return (long) (full * (0.5 + random / 2));
    }

    /** What the header asks for: seconds or a date. Zero if there is none or it cannot be read. */
    public static Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        String text = header.strip();
        try {
            Duration asked = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            if (asked.isNegative()) {
                return Duration.ZERO;
            }
            return asked.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : asked;
        } catch (DateTimeException | ArithmeticException e) {
            return Duration.ZERO;
        }
    }
}
