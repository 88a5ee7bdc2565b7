package io.tidewatch.sdk.internal.log;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Logs each kind of message at most {@value #BURST} times in the first minute and once a minute while it goes on, and
 * says how many were left out. Hosts read their own log; a monitoring library must not fill it.
 *
 * <p>Used by the delivery thread and by {@code build()}; host threads that record never log.
 */
public final class ThrottledLogger {

    private static final int BURST = 5;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final System.Logger logger;
    private final LongSupplier nanoTime;
    private final Map<String, Throttle> throttles = new HashMap<>();

    /** Creates a logger that tells time by {@code nanoTime}. */
    public ThrottledLogger(System.Logger logger, LongSupplier nanoTime) {
        this.logger = logger;
        this.nanoTime = nanoTime;
    }

    /** Logs a warning of a kind; {@code kind} is one of few constants. */
    public void warn(String kind, String message) {
        log(System.Logger.Level.WARNING, kind, message);
    }

    /** Logs a piece of good news of a kind. */
    public void info(String kind, String message) {
        log(System.Logger.Level.INFO, kind, message);
    }

    private synchronized void log(System.Logger.Level level, String kind, String message) {
        Throttle throttle = throttles.computeIfAbsent(kind, k -> new Throttle(nanoTime.getAsLong()));
        long suppressed = throttle.admit(nanoTime.getAsLong());
        if (suppressed >= 0) {
            String text = suppressed == 0 ? message : message + " (" + suppressed + " similar messages left out)";
            try {
                // The supplier keeps the backend from reading the message as a pattern.
                logger.log(level, () -> text);
            } catch (RuntimeException e) {
                // A broken log handler of the host is not a reason to stop delivering.
            }
        }
    }

    private static final class Throttle {

        private long windowStart;
        private int inWindow;
        private int allowed = BURST;
        private long suppressed;

        Throttle(long now) {
            windowStart = now;
        }

        /** How many messages were left out since the last one, or -1 if this one is to be left out too. */
        long admit(long now) {
            if (now - windowStart >= MINUTE_NANOS) {
                // A quiet minute earns the full burst back; a busy one leaves one message a minute.
                allowed = inWindow == 0 || now - windowStart >= 2 * MINUTE_NANOS ? BURST : 1;
                windowStart = now;
                inWindow = 0;
            }
            inWindow++;
            if (inWindow > allowed) {
                suppressed++;
                return -1;
            }
            long leftOut = suppressed;
            suppressed = 0;
            return leftOut;
        }
    }
}
