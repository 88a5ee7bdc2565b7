package io.tidewatch.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers of batches, ascending and never used twice by one backend, also across restarts: milliseconds since 1970, and
 * a counter that runs ahead of them when batches come faster.
 */
@ApplicationScoped
class BatchIds {

    private static final int COUNTER_BITS = 20;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    BatchIds(Clock clock) {
        this.clock = clock;
    }

    long next() {
        long now = clock.millis() << COUNTER_BITS;
        return last.updateAndGet(previous -> Math.max(previous + 1, now));
    }
}
