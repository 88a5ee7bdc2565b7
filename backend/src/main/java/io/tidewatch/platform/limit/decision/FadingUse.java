package io.tidewatch.platform.limit.decision;

/**
 * How much of a resource someone has used lately: how many things of theirs ran at a time on average, where a moment counts
 * half as much for every half-life that has passed since. An exponentially weighted mean over continuous time.
 *
 * @param level the mean at {@code atNanos}
 * @param running how many run since then
 * @param atNanos the instant this is true for, of {@link System#nanoTime}
 */
public record FadingUse(double level, int running, long atNanos) {

    /** Nothing used yet. */
    public static FadingUse none(long nowNanos) {
        return new FadingUse(0, 0, nowNanos);
    }

    /** The same at a later instant. */
    public FadingUse at(long nowNanos, long halfLifeNanos) {
        long elapsed = Math.max(0, nowNanos - atNanos);
        double kept = Math.pow(0.5, (double) elapsed / halfLifeNanos);
        return new FadingUse(level * kept + running * (1 - kept), running, Math.max(nowNanos, atNanos));
    }

    /** With one more, or with a negative number less, that run from now on. */
    public FadingUse plus(int more) {
        return new FadingUse(level, running + more, atNanos);
    }
}
