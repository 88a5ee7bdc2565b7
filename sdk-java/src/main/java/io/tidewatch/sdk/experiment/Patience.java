package io.tidewatch.sdk.experiment;

import io.tidewatch.sdk.internal.http.RetryPolicy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tries something until it is settled or time is up, on the calling thread. */
final class Patience {

    /** A server that hangs is asked again after this long. */
    private static final long MAX_ATTEMPT_NANOS = Duration.ofSeconds(60).toNanos();

    /** Shorter waits for an answer are not worth an attempt. */
    private static final long MIN_ATTEMPT_NANOS = Duration.ofMillis(10).toNanos();

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final DoubleSupplier random;

    Patience(Clock clock, LongSupplier nanoTime, Sleeper sleeper, DoubleSupplier random) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.random = random;
    }

    static Patience real() {
        return new Patience(
                Clock.systemUTC(),
                System::nanoTime,
                TimeUnit.NANOSECONDS::sleep,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Waits. */
    interface Sleeper {
        /** Waits so many nanoseconds. */
        void sleep(long nanos) throws InterruptedException;
    }

    /** One attempt that has so much time. */
    interface Attempt {
        /** Settles it, or says by an exception that another attempt may help. */
        Outcome make(Duration left) throws IOException, InterruptedException, AgainException;
    }

    /** Another attempt may help. */
    static final class AgainException extends Exception {

        private static final long serialVersionUID = 1L;

        private final @Nullable String retryAfter;

        AgainException(String message, @Nullable String retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }
    }

    Outcome attempt(String what, Duration timeout, Attempt attempt) {
        long deadline = nanoTime.getAsLong() + Math.max(0, nanos(timeout));
        String reason = "there was no time";
        try {
            for (int failures = 1; deadline - nanoTime.getAsLong() >= MIN_ATTEMPT_NANOS; failures++) {
                long pause = RetryPolicy.DEFAULT.delayNanos(failures, random.getAsDouble());
                try {
                    return attempt.make(Duration.ofNanos(Math.min(MAX_ATTEMPT_NANOS, deadline - nanoTime.getAsLong())));
                } catch (AgainException e) {
                    reason = String.valueOf(e.getMessage());
                    pause = Math.max(pause, asked(e.retryAfter));
                } catch (IOException e) {
                    reason = "no answer from the server (" + e + ")";
                }
                if (deadline - nanoTime.getAsLong() <= pause) {
                    break;
                }
                sleeper.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = "interrupted while waiting for the server";
        } catch (RuntimeException e) {
            // A defect of this library must not end a training job.
            reason = "a defect of the SDK, please report it: " + e;
        }
        return new Outcome.Unavailable(what, reason);
    }

    private long asked(@Nullable String header) {
        return RetryPolicy.retryAfter(header, clock.instant()).toNanos();
    }

    private static long nanos(Duration timeout) {
        try {
            return Math.min(timeout.toNanos(), Long.MAX_VALUE / 4);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE / 4;
        }
    }
}
