package io.tidewatch.health.decision;

/**
 * How often a variable was missing.
 *
 * @param n predictions that could have a value
 * @param missing of them, those without
 */
public record Presence(long n, long missing) {

    /** Share without a value, 0 if there are no predictions. */
    public double missingRatio() {
        return n == 0 ? 0 : (double) missing / n;
    }
}
