package io.tidewatch.sdk;

/**
 * Hears what happens to events, for metrics and diagnostics of the host. All methods are called on the delivery thread, one
 * at a time, and do nothing unless overridden; exceptions are swallowed. A slow listener slows delivery, never
 * {@code record()}.
 */
public interface DeliveryListener {

    /** A request was confirmed. */
    default void onDelivered(long events) {}

    /**
     * Events were lost. Losses on host threads ({@link DropReason#QUEUE_FULL}) are told in sums, a moment later.
     *
     * @param detail what is known, such as the server's error code; never holds keys or feature values
     */
    default void onDropped(DropReason reason, long events, String detail) {}

    /** An attempt failed and will be made again. */
    default void onRetry(String cause) {}

    /** Events were written to the spool because the server cannot be reached. */
    default void onSpooled(long events) {}
}
