package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.UUID;

/**
 * Remembers the ids that came lately, with a hash of their content: at most so many, for at most a day, outside of the
 * heap. Ids are told apart by 64 bits of their hash. Not thread safe.
 */
final class RecentIds {

    /** How long an id is remembered. */
    static final Duration REMEMBERED = Duration.ofHours(24);

    private static final int GENERATIONS = 4;
    private static final long GENERATION_MILLIS = REMEMBERED.toMillis() / GENERATIONS;

    private final int perGeneration;
    private final long secret;
    // The newest first.
    private final ArrayDeque<Generation> generations = new ArrayDeque<>();
    private long since;

    /**
     * @param capacity how many ids are remembered at most
     * @param since milliseconds since 1970 from which on every id is put in here
     * @param secret random, so that nobody can choose an id whose key is that of somebody else's
     */
    RecentIds(int capacity, long since, long secret) {
        this.secret = secret;
        this.perGeneration = Math.max(1, capacity / GENERATIONS);
        this.since = since;
    }

    /** What is known about an id. */
    enum Knowledge {
        /** Not among those that came lately. */
        NONE,
        /** Came with the same content. */
        SAME,
        /** Came with other content. */
        OTHER
    }

    /** The 64 bits that stand for an id. */
    long key(OrganizationId organization, ModelId model, UUID id) {
        long hash = mix(secret ^ organization.value().getMostSignificantBits());
        hash = mix(hash ^ organization.value().getLeastSignificantBits());
        hash = mix(hash ^ model.value().getMostSignificantBits());
        hash = mix(hash ^ model.value().getLeastSignificantBits());
        hash = mix(hash ^ id.getMostSignificantBits());
        hash = mix(hash ^ id.getLeastSignificantBits());
        // The two smallest values mark free and deleted places.
        return hash == Generation.FREE || hash == Generation.DELETED ? 2 : hash;
    }

    Knowledge find(long key, long contentHash) {
        for (Generation generation : generations) {
            long slot = generation.find(key);
            if (slot >= 0) {
                return generation.content(slot) == contentHash ? Knowledge.SAME : Knowledge.OTHER;
            }
        }
        return Knowledge.NONE;
    }

    /** Remembers an id that is not known. */
    void put(long key, long contentHash, long nowMillis) {
        Generation newest = generations.peek();
        if (newest == null || newest.isFull() || nowMillis - newest.startedAt >= GENERATION_MILLIS) {
            newest = new Generation(perGeneration, nowMillis);
            generations.push(newest);
            // The one that is being filled comes on top, so that what was promised is kept meanwhile.
            if (generations.size() > GENERATIONS + 1) {
                generations.removeLast();
                since = Math.max(since, generations.getLast().startedAt);
            }
        }
        newest.put(key, contentHash);
    }

    /** Forgets an id that did not become durable. */
    void remove(long key) {
        for (Generation generation : generations) {
            long slot = generation.find(key);
            if (slot >= 0) {
                generation.delete(slot);
                return;
            }
        }
    }

    /** Milliseconds since 1970: every id that came since then is known here. */
    long since() {
        return since;
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A hash table with open addressing, at most half full. */
    private static final class Generation {

        static final long FREE = 0;
        static final long DELETED = 1;
        private static final int SLOT_BYTES = 2 * Long.BYTES;

        private final long startedAt;
        private final int capacity;
        private final long mask;
        private final MemorySegment slots;
        private int used;

        Generation(int capacity, long startedAt) {
            this.startedAt = startedAt;
            this.capacity = capacity;
            long size = Long.highestOneBit(Math.max(1, capacity - 1)) * 4;
            this.mask = size - 1;
            this.slots = Arena.ofAuto().allocate(size * SLOT_BYTES, Long.BYTES);
        }

        boolean isFull() {
            return used >= capacity;
        }

        long find(long key) {
            for (long slot = key & mask; ; slot = (slot + 1) & mask) {
                long found = slots.get(ValueLayout.JAVA_LONG, slot * SLOT_BYTES);
                if (found == key) {
                    return slot;
                }
                if (found == FREE) {
                    return -1;
                }
            }
        }

        long content(long slot) {
            return slots.get(ValueLayout.JAVA_LONG, slot * SLOT_BYTES + Long.BYTES);
        }

        void put(long key, long content) {
            long slot = key & mask;
            while (slots.get(ValueLayout.JAVA_LONG, slot * SLOT_BYTES) != FREE) {
                slot = (slot + 1) & mask;
            }
            slots.set(ValueLayout.JAVA_LONG, slot * SLOT_BYTES, key);
            slots.set(ValueLayout.JAVA_LONG, slot * SLOT_BYTES + Long.BYTES, content);
            used++;
        }

        void delete(long slot) {
            slots.set(ValueLayout.JAVA_LONG, slot * SLOT_BYTES, DELETED);
        }
    }
}
