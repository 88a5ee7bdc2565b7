package io.tidewatch.sdk.internal.queue;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue for many producers and one consumer that takes no lock: a producer that loses its time slice halfway
 * cannot hold up another one, which a lock would. It counts everything that ever went in, so "all that was recorded
 * before now" is a plain number ({@link #offered()}).
 *
 * @param <E> what is queued
 */
public final class EventRing<E> {

    private final AtomicReferenceArray<@Nullable E> slots;
    private final int capacity;
    private final int mask;

    /** The next position to fill: fought over by the producers. */
    private final PaddedCounter tail = new PaddedCounter();

    /** The next position to empty: written by the consumer only. */
    private final PaddedCounter head = new PaddedCounter();

    /** A position that may not be filled yet, as far as producers know: saves them from looking at the head each time. */
    private final PaddedCounter limit = new PaddedCounter();

    /** Creates a queue that holds at most {@code capacity} elements. */
    public EventRing(int capacity) {
        int size = Math.max(2, Integer.highestOneBit(Math.max(1, capacity - 1)) << 1);
        this.slots = new AtomicReferenceArray<>(size);
        this.capacity = capacity;
        this.mask = size - 1;
        limit.set(capacity);
    }

    /** Adds the element, or answers false if the queue is full. Never waits. */
    public boolean offer(E element) {
        long index;
        do {
            index = tail.get();
            if (index >= limit.get() && !raiseLimit(index)) {
                return false;
            }
        } while (!tail.compareAndSet(index, index + 1));
        slots.setRelease((int) index & mask, element);
        return true;
    }

    /** Looks how far the consumer has come. Whatever was there once is a valid limit, so no two writers can do harm. */
    private boolean raiseLimit(long index) {
        long newLimit = head.get() + capacity;
        limit.set(newLimit);
        return index < newLimit;
    }

    /**
     * The oldest element, or null if there is none or a producer is just about to store it. Only the one consumer may
     * call this.
     */
    public @Nullable E poll() {
        long index = head.getPlain();
        int slot = (int) index & mask;
        E element = slots.getAcquire(slot);
        if (element != null) {
            slots.setPlain(slot, null);
            // Also publishes the emptied slot to the producer that will reuse it.
            head.setRelease(index + 1);
        }
        return element;
    }

    /** Elements now inside. */
    public int size() {
        // Head first: reading it second could make the difference negative.
        long taken = head.get();
        return (int) Math.min(Math.max(0, tail.get() - taken), capacity);
    }

    /** How many elements have ever been accepted; the next one gets this number as its position. */
    public long offered() {
        return tail.get();
    }
}
