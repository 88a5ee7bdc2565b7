package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.RetryPolicy;
import java.util.function.DoubleSupplier;

/** When the server may be bothered again. */
final class Backoff {

    private final RetryPolicy policy;
    private final DoubleSupplier random;
    private int failures;
    private long notBeforeNanos;
    private boolean orderedByServer;

    Backoff(RetryPolicy policy, DoubleSupplier random, long nowNanos) {
        this.policy = policy;
        this.random = random;
        this.notBeforeNanos = nowNanos;
    }

    /** The server is fine. */
    void succeeded() {
        failures = 0;
        orderedByServer = false;
    }

    /** The server is not, and asks for that much rest, or for none. */
    void failed(long nowNanos, long askedNanos) {
        failures++;
        long own = policy.delayNanos(failures, random.getAsDouble());
        orderedByServer = askedNanos > own;
        notBeforeNanos = nowNanos + Math.max(own, askedNanos);
    }

    /** Nanoseconds until the next attempt; zero or less if it may be made. */
    long remaining(long nowNanos) {
        return notBeforeNanos - nowNanos;
    }

    /** Gives up a rest that was only our own idea. */
    void shorten(long nowNanos) {
        if (!orderedByServer && remaining(nowNanos) > 0) {
            notBeforeNanos = nowNanos;
        }
    }
}
