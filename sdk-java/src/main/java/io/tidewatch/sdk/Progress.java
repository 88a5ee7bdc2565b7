package io.tidewatch.sdk;

import java.time.Duration;

/** Lets threads of the host wait, when they ask to, until the delivery thread has moved something. */
final class Progress {

    private static final long MAX_DAYS = 36_500;

    private int waiting;

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    /** Waits until the condition holds; answers whether it does when time is up or the caller is interrupted. */
    synchronized boolean await(Condition condition, Duration timeout) {
        long deadline = System.nanoTime() + nanos(timeout);
        waiting++;
        try {
            while (!condition.holds()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return condition.holds();
        } finally {
            waiting--;
        }
    }

    /** Something has moved. */
    synchronized void signal() {
        if (waiting > 0) {
            notifyAll();
        }
    }

    /** The duration in nanoseconds: none if it is negative or null, and never more than a century, which still fits. */
    static long nanos(Duration timeout) {
        if (timeout == null || timeout.isNegative()) {
            return 0;
        }
        return (timeout.toDays() > MAX_DAYS ? Duration.ofDays(MAX_DAYS) : timeout).toNanos();
    }
}
