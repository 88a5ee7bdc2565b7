package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.log.ThrottledLogger;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells the host, by listener and log, what was lost since it was told last. Losses are only counted where they happen, which
 * may be a thread of the host; telling is left to the delivery thread.
 */
final class DropReport {

    private final Accounting accounting;
    private final DeliveryListener listener;
    private final ThrottledLogger logger;
    private final String model;
    private final Map<DropReason, Long> told = new EnumMap<>(DropReason.class);
    private final Map<DropReason, String> details = new EnumMap<>(DropReason.class);

    DropReport(Accounting accounting, DeliveryListener listener, ThrottledLogger logger, String model) {
        this.accounting = accounting;
        this.listener = listener;
        this.logger = logger;
        this.model = model;
    }

    /** What is known about the latest loss for a reason. */
    void detail(DropReason reason, String detail) {
        details.put(reason, detail);
    }

    /** Tells what is new. */
    void tell() {
        for (DropReason reason : DropReason.values()) {
            long now = accounting.dropped(reason);
            long news = now - told.getOrDefault(reason, 0L);
            if (news > 0) {
                told.put(reason, now);
                String detail = details.getOrDefault(reason, "");
                String suffix = detail.isEmpty() ? "" : ": " + detail;
                logger.warn(
                        reason.name(),
                        "Tidewatch dropped events of model " + model + ": " + news + " " + reason + suffix + " (" + now
                                + " in total)");
                try {
                    listener.onDropped(reason, news, detail);
                } catch (RuntimeException e) {
                    // The host's own business; delivery goes on.
                }
            }
        }
    }
}
