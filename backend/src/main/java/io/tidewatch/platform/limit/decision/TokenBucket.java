package io.tidewatch.platform.limit.decision;

import java.time.Duration;

/**
 * A token bucket at one instant. It admits while it holds something, and what was admitted is charged in full, also
 * beyond what it held: a request is never too large for its burst, and the debt is paid with time. So over any stretch
 * of time no more is admitted than the burst, the rate times the time, and the one request that made the debt.
 *
 * @param tokens what is left; negative while a debt is paid
 * @param atMillis the instant this is true for
 */
public record TokenBucket(double tokens, long atMillis) {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** A bucket that nothing was taken from. */
    public static TokenBucket full(Rate rate, long nowMillis) {
        return new TokenBucket((double) rate.burst(), nowMillis);
    }

    /** The bucket at a later instant. A clock that went back fills nothing, and time goes on from there. */
    public TokenBucket at(Rate rate, long nowMillis) {
        long elapsed = Math.max(0, nowMillis - atMillis);
        double filled = tokens + elapsed * ((double) rate.perSecond() / MILLIS_PER_SECOND);
        return new TokenBucket(Math.min((double) rate.burst(), filled), nowMillis);
    }

    /** True if a request may pass now. */
    public boolean admits() {
        return tokens > 0;
    }

    /** After taking an amount; a negative one gives back, up to the burst. */
    public TokenBucket charge(Rate rate, double amount) {
        return new TokenBucket(Math.min((double) rate.burst(), tokens - amount), atMillis);
    }

    /** True if nothing is taken, so that forgetting the bucket changes nothing. */
    public boolean isFull(Rate rate) {
        return tokens >= rate.burst();
    }

    /** Whole tokens left, from 0. */
    public long remaining() {
        return (long) Math.floor(Math.max(0, tokens));
    }

    /** How long until a request may pass, if nothing else is taken meanwhile; zero if it may now. */
    public Duration untilAdmits(Rate rate) {
        return admits() ? Duration.ZERO : waitFor(Math.nextUp(0d), rate);
    }

    /** How long until the bucket is full, if nothing else is taken meanwhile. */
    public Duration untilFull(Rate rate) {
        return waitFor((double) rate.burst(), rate);
    }

    private Duration waitFor(double wanted, Rate rate) {
        double missing = Math.max(0, wanted - tokens);
        long millis = (long) Math.floor(missing / (double) rate.perSecond() * MILLIS_PER_SECOND);
        // One more, because the bucket must hold something, not nothing.
        return missing == 0 ? Duration.ZERO : Duration.ofMillis(millis + 1);
    }
}
