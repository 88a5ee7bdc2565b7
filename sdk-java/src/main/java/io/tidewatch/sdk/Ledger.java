package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.log.ThrottledLogger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes down what becomes of payloads: counts first, then the place the events came from is told that they are settled, then
 * the host hears of it. The order matters: who sees "settled" must also see the counts.
 */
final class Ledger {

    private final Settings settings;
    private final EventQueue queue;
    private final SpoolStore spool;
    private final Accounting accounting;
    private final ThrottledLogger logger;
    private final DropReport drops;

    Ledger(Settings settings, EventQueue queue, SpoolStore spool, Accounting accounting, ThrottledLogger logger) {
        this.settings = settings;
        this.queue = queue;
        this.spool = spool;
        this.accounting = accounting;
        this.logger = logger;
        this.drops = new DropReport(accounting, settings.listener(), logger, settings.model());
    }

    /** The server has decided about every event of the payload. */
    void settled(Payload payload, boolean fromSpool, Verdict.Settled answer) {
        int rejected = answer.rejected();
        int delivered = payload.count() - rejected;
        accounting.delivered(delivered, answer.duplicates());
        answer.rejectedByCode().forEach(accounting::rejected);
        if (rejected > 0) {
            drops.detail(
                    DropReason.REJECTED_BY_SERVER,
                    answer.rejectedByCode().entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .sorted()
                            .collect(Collectors.joining(", ")));
            accounting.dropped(DropReason.REJECTED_BY_SERVER, rejected);
        }
        settle(payload.count(), fromSpool);
        if (delivered > 0) {
            tell(listener -> listener.onDelivered(delivered));
        }
    }

    /** The whole payload is lost. */
    void dropped(Payload payload, boolean fromSpool, DropReason reason, String detail) {
        drops.detail(reason, detail);
        accounting.dropped(reason, payload.count());
        settle(payload.count(), fromSpool);
    }

    /** The payloads, from the queue, are in the spool now. */
    void spooled(List<Payload> payloads) {
        int events = payloads.stream().mapToInt(Payload::count).sum();
        queue.settle(events);
        tell(listener -> listener.onSpooled(events));
    }

    /** The payload will be tried again. */
    void retrying(String cause) {
        logger.warn(
                "retry",
                "Tidewatch could not deliver events of model " + settings.model() + " and will try again: " + cause);
        tell(listener -> listener.onRetry(cause));
    }

    /** Tells the host of losses it has not heard of. */
    void tellDrops() {
        drops.tell();
    }

    private void settle(int events, boolean fromSpool) {
        if (fromSpool) {
            spool.settle(events);
        } else {
            queue.settle(events);
        }
    }

    private void tell(Consumer<DeliveryListener> call) {
        try {
            call.accept(settings.listener());
        } catch (RuntimeException e) {
            // The host's own business; delivery goes on.
        }
    }
}
