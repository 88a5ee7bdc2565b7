package io.tidewatch.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** How fast events are written, measured on the latest groups, to tell senders when to come back. */
@ApplicationScoped
class DrainRate {

    private static final double WEIGHT_OF_LATEST = 0.2;
    private static final double CAUTIOUS_START = 1_000_000;
    private static final long MAX_SECONDS = 60;

    /** What is said while nothing is written at all. */
    static final Duration LONGEST = Duration.ofSeconds(MAX_SECONDS);

    private final Clock clock;
    private volatile double bytesPerSecond = CAUTIOUS_START;

    DrainRate(Clock clock) {
        this.clock = clock;
    }

    /** Starts to measure a group. */
    Measurement start(long bytes) {
        return new Measurement(bytes, clock.millis());
    }

    /** How long it takes to write this much, from one second to one minute. */
    Duration timeFor(long bytes) {
        long seconds = (long) Math.ceil(bytes / bytesPerSecond);
        return Duration.ofSeconds(Math.clamp(seconds, 1, MAX_SECONDS));
    }

    /** One group at work. */
    final class Measurement {

        private final long bytes;
        private final long startedAt;

        private Measurement(long bytes, long startedAt) {
            this.bytes = bytes;
            this.startedAt = startedAt;
        }

        /** Takes the group into account. */
        void end() {
            double seconds = Math.max(1, clock.millis() - startedAt) / 1000.0;
            bytesPerSecond = (1 - WEIGHT_OF_LATEST) * bytesPerSecond + WEIGHT_OF_LATEST * bytes / seconds;
        }
    }
}
