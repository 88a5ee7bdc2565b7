package io.tidewatch.sdk.internal.queue;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue for many producers and one consumer that takes no lock: a producer that loses its time slice halfway
 * cannot hold up another one, which a lock would. It counts everything that ever went in, so "all that was recorded
 * before now" is a plain number ({@link #offered()}).
 *
 * <p>What identifies an element lies beside it in arrays of its own: the producer, a thread of the host, makes no object to
 * hold the three together.
 *
 * @param <E> what is queued
 */
public final class EventRing<E> {

    /**
     * Makes one object of what was queued together.
     *
     * @param <E> what is queued
     * @param <T> what becomes of it
     */
    @FunctionalInterface
    public interface Assembler<E, T> {

        /** The object; called on the consumer's thread. */
        T assemble(E element, @Nullable String id, long millis);
    }

    private final AtomicReferenceArray<@Nullable E> slots;

    /** Written before the slot is released and read after it was acquired, hence without any order of their own. */
    private final @Nullable String[] ids;

    private final long[] millis;
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
        this.ids = new String[size];
        this.millis = new long[size];
        this.capacity = capacity;
        this.mask = size - 1;
        limit.set(capacity);
    }

    /** Adds the element with its id and time, or answers false if the queue is full. Never waits. */
    public boolean offer(E element, @Nullable String id, long epochMillis) {
        long index;
        do {
            index = tail.get();
            if (index >= limit.get() && !raiseLimit(index)) {
                return false;
            }
        } while (!tail.compareAndSet(index, index + 1));
        int slot = (int) index & mask;
        ids[slot] = id;
        millis[slot] = epochMillis;
        slots.setRelease(slot, element);
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
    public <T> @Nullable T poll(Assembler<? super E, T> assembler) {
        long index = head.getPlain();
        int slot = (int) index & mask;
        E element = slots.getAcquire(slot);
        if (element == null) {
            return null;
        }
        // Before the slot is emptied: if there is no memory for the object, the element stays where it is.
        T assembled = assembler.assemble(element, ids[slot], millis[slot]);
        ids[slot] = null;
        slots.setPlain(slot, null);
        // Also publishes the emptied slot to the producer that will reuse it.
        head.setRelease(index + 1);
        return assembled;
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
