package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.log.ThrottledLogger;
import io.tidewatch.sdk.internal.spool.Frame;
import io.tidewatch.sdk.internal.spool.Spool;
import io.tidewatch.sdk.internal.spool.SpoolDamagedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts payloads into the spool and takes them out again, and turns trouble with the disk into answers and counts. Used by
 * the delivery thread, but for the two counts.
 */
final class SpoolStore {

    private static final byte PREDICTION = 0;
    private static final byte GROUND_TRUTH = 1;

    private final @Nullable Spool spool;
    private final Accounting accounting;
    private final ThrottledLogger logger;
    private final Payload.Builder predictions = new Payload.Builder(Event.Kind.PREDICTION, 64 * 1024);
    private final Payload.Builder groundTruths = new Payload.Builder(Event.Kind.GROUND_TRUTH, 4 * 1024);

    /** Frames that are out for delivery and have not found their fate. */
    private List<Frame> taken = List.of();

    private volatile boolean recoveryDone;
    private volatile long events;
    private volatile long recovered;

    SpoolStore(@Nullable Spool spool, Accounting accounting, ThrottledLogger logger) {
        this.spool = spool;
        this.accounting = accounting;
        this.logger = logger;
        this.recoveryDone = spool == null;
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
            recoveryDone = true;
        }
    }

    /** Whether nothing is inside, which is not known before {@link #recover}. */
    boolean isKnownToBeEmpty() {
        return recoveryDone && events == 0;
    }

    /** Events that an earlier process had left. */
    long recovered() {
        return recovered;
    }

    /** Events inside whose fate is open. */
    long events() {
        return events;
    }

    /** Whether there is anything to deliver from here, or being delivered. */
    boolean hasEvents() {
        return events > 0;
    }

    /** Whether a full batch would still fit. */
    boolean takes(int maxBytes, int maxEvents) {
        return spool != null && spool.hasRoomFor(maxBytes, maxEvents);
    }

    /** Writes all events of the payloads to disk, or none. */
    boolean store(List<Payload> payloads) {
        if (spool == null) {
            return false;
        }
        List<Frame> frames = new ArrayList<>();
        long bytes = 0;
        for (Payload payload : payloads) {
            for (int i = 0; i < payload.count(); i++) {
                byte kind = payload.kind() == Event.Kind.PREDICTION ? PREDICTION : GROUND_TRUTH;
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

    /** Adds the oldest events of one kind to the target; {@link #settle} tells what became of them. */
    void take(int maxEvents, int maxBytes, Collection<Payload> target) {
        if (spool == null) {
            return;
        }
        try {
            taken = firstOfOneKind(spool.peek(maxEvents, maxBytes));
        } catch (SpoolDamagedException e) {
            taken = List.of();
            accounting.dropped(DropReason.SPOOL_FAILED, e.lostEvents());
            trouble("reading its spool", e);
        }
        count();
        if (!taken.isEmpty()) {
            Payload.Builder payload = taken.get(0).kind() == PREDICTION ? predictions : groundTruths;
            payload.clear();
            for (Frame frame : taken) {
                payload.json().raw(frame.array(), frame.offset(), frame.length());
                payload.endEvent();
            }
            payload.buildInto(target);
        }
    }

    /** Stops where the kind changes: so what was delivered is always the oldest part, and the order stays as it was. */
    private static List<Frame> firstOfOneKind(List<Frame> frames) {
        int same = 0;
        while (same < frames.size() && frames.get(same).kind() == frames.get(0).kind()) {
            same++;
        }
        return frames.subList(0, same);
    }

    /** So many of the events taken, the oldest ones, were delivered or dropped. */
    void settle(int count) {
        if (spool != null) {
            try {
                spool.remove(taken.subList(0, count));
            } catch (IOException e) {
                // The events are delivered; at worst they are sent again after a restart.
                trouble("noting progress in its spool", e);
            }
            taken = taken.subList(count, taken.size());
            count();
        }
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
        events = spool == null ? 0 : spool.events();
    }

    private void trouble(String what, IOException failure) {
        logger.warn("spool", "Tidewatch had trouble " + what + ": " + failure);
    }
}
