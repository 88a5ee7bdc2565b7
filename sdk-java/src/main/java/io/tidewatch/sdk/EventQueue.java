package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.queue.EventRing;
import io.tidewatch.sdk.internal.queue.PaddedCounter;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between the host's threads and the delivery thread. It knows how many of the events it ever took have
 * found their fate, so "everything recorded before now is settled" is a comparison of two numbers.
 */
final class EventQueue {

    private static final long RELEASE_BYTES = 64 * 1024;

    /** Predictions and ground truths as the host built them: the thread that records makes no object around them. */
    private final EventRing<Object> ring;

    private final int capacity;
    private final long maxBytes;
    private final int manyEvents;
    private final long manyBytes;
    private final PaddedCounter bytes = new PaddedCounter();
    private final PaddedCounter settled = new PaddedCounter();

    /** Bytes of polled events that are not yet given back; for the delivery thread. */
    private long polledBytes;

    EventQueue(int capacity, long maxBytes) {
        this(capacity, maxBytes, 1);
    }

    /** Creates a queue that is filling up from a quarter of its room on, but not before a batch is in it. */
    EventQueue(int capacity, long maxBytes, int batchSize) {
        this.ring = new EventRing<>(capacity);
        this.capacity = capacity;
        this.maxBytes = maxBytes;
        this.manyEvents = Math.max(capacity / 4, Math.min(batchSize, capacity));
        this.manyBytes = maxBytes / 4;
    }

    /** Takes the prediction, or answers false if there is no room. Never waits. */
    boolean offer(Prediction prediction, String id, long nowMillis) {
        return offer(prediction, id, nowMillis, Event.PredictionEvent.heapBytes(prediction));
    }

    /** Takes the ground truth, or answers false if there is no room. Never waits. */
    boolean offer(GroundTruth groundTruth) {
        return offer(groundTruth, null, 0, Event.GroundTruthEvent.heapBytes(groundTruth));
    }

    private boolean offer(Object recorded, @Nullable String id, long nowMillis, int size) {
        if (bytes.addAndGet(size) > maxBytes) {
            bytes.addAndGet(-size);
            return false;
        }
        if (!ring.offer(recorded, id, nowMillis)) {
            bytes.addAndGet(-size);
            return false;
        }
        return true;
    }

    /** The oldest event, or null. For the delivery thread, which owes a {@link #settle} for it. */
    @Nullable
    Event poll() {
        Event event = ring.poll(EventFactory::event);
        if (event != null) {
            polledBytes += event.heapBytes();
        }
        if (event == null || polledBytes > RELEASE_BYTES) {
            release();
        }
        return event;
    }

    /** Gives the room of polled events back: not one by one, because every host thread would feel it. */
    void release() {
        if (polledBytes > 0) {
            bytes.addAndGet(-polledBytes);
            polledBytes = 0;
        }
    }

    /** Says that so many of the polled events were delivered, dropped or written to the spool. */
    void settle(int events) {
        settled.addAndGet(events);
    }

    int size() {
        return ring.size();
    }

    long bytes() {
        return bytes.get();
    }

    /**
     * Whether the delivery thread should not sleep any longer. Less than this can wait for the interval: waking a thread is
     * by far the dearest thing a host thread could do here, so it does it as rarely as the queue's room allows.
     */
    boolean isFillingUp() {
        return ring.size() >= manyEvents || bytes.get() >= manyBytes;
    }

    boolean isHalfFull() {
        return ring.size() >= capacity / 2 || bytes.get() >= maxBytes / 2;
    }

    boolean hasRoomFor(int events) {
        return ring.size() + (long) events <= capacity && bytes.get() < maxBytes;
    }

    /** The number of events ever taken: when {@link #settledUpTo} answers true for it, all of them have found their fate. */
    long ticket() {
        return ring.offered();
    }

    boolean settledUpTo(long ticket) {
        return settled.get() >= ticket;
    }

    /** Events taken whose fate is open: in the queue or in a request. */
    long pending() {
        long done = settled.get();
        return Math.max(0, ring.offered() - done);
    }
}
