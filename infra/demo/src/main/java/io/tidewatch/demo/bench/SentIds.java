package io.tidewatch.demo.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;

/** The ids of many predictions in little memory: which were sent, and which of them have been seen again. */
final class SentIds {
    private long[] high = new long[1 << 16];
    private long[] low = new long[1 << 16];
    private int size;
    private Id[] sorted = {};
    private final BitSet seen = new BitSet();

    /** What an id that was read turned out to be. */
    enum Sighting {
        /** One that was sent. */
        FIRST,
        /** One that was sent and has been read before. */
        AGAIN,
        /** None that was sent. */
        UNKNOWN
    }

    /** Keeps the id of a prediction that is sent. */
    void add(String id) {
        UUID uuid = UUID.fromString(id);
        if (size == high.length) {
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
        }
        high[size] = uuid.getMostSignificantBits();
        low[size] = uuid.getLeastSignificantBits();
        size++;
    }

    /** How many were sent. */
    int size() {
        return size;
    }

    /** Ends sending: from here on ids are looked for. */
    void seal() {
        Id[] ids = new Id[size];
        for (int i = 0; i < size; i++) {
            ids[i] = new Id(high[i], low[i]);
        }
        high = new long[0];
        low = new long[0];
        Arrays.sort(ids);
        sorted = ids;
    }

    /** Marks an id that was read. */
    Sighting sight(String id) {
        UUID uuid = UUID.fromString(id);
        int index = Arrays.binarySearch(sorted, new Id(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()));
        if (index < 0) {
            return Sighting.UNKNOWN;
        }
        if (seen.get(index)) {
            return Sighting.AGAIN;
        }
        seen.set(index);
        return Sighting.FIRST;
    }

    /** How many were sent and never read. */
    int missing() {
        return size - seen.cardinality();
    }

    private record Id(long high, long low) implements Comparable<Id> {
        @Override
        public int compareTo(Id other) {
            int order = Long.compareUnsigned(high, other.high);
            return order == 0 ? Long.compareUnsigned(low, other.low) : order;
        }
    }
}
