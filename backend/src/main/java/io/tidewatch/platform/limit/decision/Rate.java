package io.tidewatch.platform.limit.decision;

/**
 * How much is allowed: a steady rate, and a burst above it after a pause.
 *
 * @param perSecond how much per second in the long run, at least 1
 * @param burst how much at once after a pause, at least 1
 */
public record Rate(long perSecond, long burst) {

    public Rate {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("A rate and its burst are at least 1: " + perSecond + ", " + burst);
        }
    }

    /** Seconds in which an empty bucket fills, at least 1: the window that clients are told about. */
    public long windowSeconds() {
        return Math.ceilDiv(burst, perSecond);
    }
}
