package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.log.ThrottledLogger;
import io.tidewatch.sdk.internal.spool.Frame;
import io.tidewatch.sdk.internal.spool.Spool;
import io.tidewatch.sdk.internal.spool.SpoolDamagedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts payloads into the spool and takes them out again, and turns trouble with the disk into answers and counts. Used by
 * the delivery thread, but for the two counts.
 */
final class SpoolStore {

    private static final Event.Kind[] KINDS = Event.Kind.values();

    private final @Nullable Spool spool;
    private final Accounting accounting;
    private final ThrottledLogger logger;
    private final Payload.Builder predictions = new Payload.Builder(Event.Kind.PREDICTION, 64 * 1024);
    private final Payload.Builder groundTruths = new Payload.Builder(Event.Kind.GROUND_TRUTH, 4 * 1024);

    /** Frames of the batch that is out for delivery, and how many of them have not found their fate. */
    private List<Frame> taken = List.of();

    private int undecided;
    private boolean usable;
    private volatile long events;
    private volatile long recovered;

    SpoolStore(@Nullable Spool spool, Accounting accounting, ThrottledLogger logger) {
        this.spool = spool;
        this.accounting = accounting;
        this.logger = logger;
        this.usable = spool != null;
    }

    /** Reads what an earlier process has left. */
    void recover() {
        if (spool != null) {
            try {
                long unusableBytes = spool.recover();
                if (unusableBytes > 0) {
                    logger.warn(
                            "spool-damaged",
                            "Tidewatch could not use " + unusableBytes + " damaged bytes of its spool");
                }
            } catch (IOException e) {
                trouble("reading what was left in its spool", e);
            }
            recovered = spool.events();
            count();
        }
    }

    /** Events that an earlier process had left. */
    long recovered() {
        return recovered;
    }

    /** Events inside whose fate is open. */
    long events() {
        return events;
    }

    /** Whether there is anything to deliver from here, or out for delivery. */
    boolean hasEvents() {
        return events > 0 || !taken.isEmpty();
    }

    /** Whether a full batch would still fit. */
    boolean takes(int maxBytes, int maxEvents) {
        return spool != null && usable && spool.hasRoomFor(maxBytes, maxEvents);
    }

    /** Writes all events of the payloads to disk, or none. */
    boolean store(List<Payload> payloads) {
        if (spool == null || !usable) {
            return false;
        }
        List<Frame> frames = new ArrayList<>();
        long bytes = 0;
        for (Payload payload : payloads) {
            for (int i = 0; i < payload.count(); i++) {
                byte kind = (byte) (payload.kind() == Event.Kind.PREDICTION ? 0 : 1);
                frames.add(new Frame(kind, payload.body(), payload.start(i), payload.length(i)));
                bytes += payload.length(i);
            }
        }
        if (!spool.hasRoomFor(bytes, frames.size())) {
            return false;
        }
        try {
            spool.append(frames);
            return true;
        } catch (IOException e) {
            trouble("writing to its spool", e);
            return false;
        } finally {
            count();
        }
    }

    /** The oldest events as payloads, predictions first; {@link #settle} tells what became of them. */
    List<Payload> take(int maxEvents, int maxBytes) {
        if (spool == null) {
            return List.of();
        }
        try {
            taken = spool.peek(maxEvents, maxBytes);
        } catch (SpoolDamagedException e) {
            accounting.dropped(DropReason.SPOOL_FAILED, e.lostEvents());
            trouble("reading its spool", e);
            taken = List.of();
        }
        undecided = taken.size();
        for (Frame frame : taken) {
            Payload.Builder payload = KINDS[frame.kind() & 1] == Event.Kind.PREDICTION ? predictions : groundTruths;
            payload.json().raw(frame.array(), frame.offset(), frame.length());
            payload.endEvent();
        }
        count();
        List<Payload> payloads = new ArrayList<>(2);
        predictions.buildInto(payloads);
        groundTruths.buildInto(payloads);
        return payloads;
    }

    /** So many of the events taken out were delivered or dropped. */
    void settle(int count) {
        undecided -= count;
        if (undecided == 0 && spool != null) {
            try {
                spool.remove(taken);
            } catch (IOException e) {
                // The events are delivered; at worst they are sent again after a restart.
                trouble("deleting a file of its spool", e);
            }
            taken = List.of();
        }
        count();
    }

    void close() {
        if (spool != null) {
            try {
                spool.close();
            } catch (IOException e) {
                trouble("closing its spool", e);
            }
        }
    }

    private void count() {
        events = spool == null ? 0 : spool.events() - (taken.size() - undecided);
    }

    private void trouble(String what, IOException failure) {
        logger.warn("spool", "Tidewatch had trouble " + what + ": " + failure);
    }
}
