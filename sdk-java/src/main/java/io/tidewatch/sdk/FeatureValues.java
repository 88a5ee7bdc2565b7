package io.tidewatch.sdk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named, typed values in two arrays: numbers stay primitive, so a feature costs no object of its own. Append-only; if a
 * name comes twice the later value counts, which is settled when the values are read and not while the host waits.
 */
final class FeatureValues {

    /** Stands in the value slot of primitives, whose bits are in the second array. */
    private enum Primitive {
        DOUBLE,
        LONG,
        BOOLEAN,
        MISSING
    }

    /** Rough cost of one feature on the heap, without the content of its name and value. */
    private static final int BYTES_PER_FEATURE = 24;

    private Object[] slots;
    private long[] bits;
    private int count;
    private int heapBytes;

    FeatureValues(int capacity) {
        slots = new Object[2 * capacity];
        bits = new long[capacity];
    }

    private FeatureValues(FeatureValues other) {
        slots = other.slots.clone();
        bits = other.bits.clone();
        count = other.count;
        heapBytes = other.heapBytes;
    }

    FeatureValues copy() {
        return new FeatureValues(this);
    }

    int heapBytes() {
        return heapBytes;
    }

    void add(String name, double value) {
        append(name, Primitive.DOUBLE, Double.doubleToRawLongBits(value), 0);
    }

    void add(String name, long value) {
        append(name, Primitive.LONG, value, 0);
    }

    void add(String name, boolean value) {
        append(name, Primitive.BOOLEAN, value ? 1 : 0, 0);
    }

    void add(String name, String value) {
        append(name, value, 0, value.length());
    }

    void add(String name, Instant value) {
        append(name, value, 0, 24);
    }

    void add(String name, float[] value) {
        append(name, value, 0, 4L * value.length);
    }

    void add(String name, double[] value) {
        append(name, value, 0, 8L * value.length);
    }

    void addMissing(String name) {
        append(name, Primitive.MISSING, 0, 0);
    }

    private void append(String name, Object value, long valueBits, long contentBytes) {
        if (count == bits.length) {
            int capacity = Math.max(8, 2 * count);
            slots = Arrays.copyOf(slots, 2 * capacity);
            bits = Arrays.copyOf(bits, capacity);
        }
        slots[2 * count] = name;
        slots[2 * count + 1] = value;
        bits[count] = valueBits;
        count++;
        long grown = heapBytes + BYTES_PER_FEATURE + name.length() + contentBytes;
        heapBytes = (int) Math.min(grown, Integer.MAX_VALUE / 2);
    }

    void remove(String name) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!name(i).equals(name)) {
                slots[2 * kept] = slots[2 * i];
                slots[2 * kept + 1] = slots[2 * i + 1];
                bits[kept] = bits[i];
                kept++;
            }
        }
        Arrays.fill(slots, 2 * kept, 2 * count, null);
        count = kept;
    }

    void forEach(FeatureVisitor visitor) {
        boolean[] superseded = superseded();
        for (int i = 0; i < count; i++) {
            if (superseded == null || !superseded[i]) {
                visit(i, visitor);
            }
        }
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(name(i), boxed(i));
        }
        return Collections.unmodifiableMap(map);
    }

    private String name(int i) {
        return (String) slots[2 * i];
    }

    private void visit(int i, FeatureVisitor visitor) {
        String name = name(i);
        Object value = slots[2 * i + 1];
        if (value instanceof Primitive primitive) {
            switch (primitive) {
                case DOUBLE -> visitor.number(name, Double.longBitsToDouble(bits[i]));
                case LONG -> visitor.integer(name, bits[i]);
                case BOOLEAN -> visitor.bool(name, bits[i] != 0);
                case MISSING -> visitor.missing(name);
            }
        } else if (value instanceof String text) {
            visitor.text(name, text);
        } else if (value instanceof Instant instant) {
            visitor.timestamp(name, instant);
        } else if (value instanceof float[] floats) {
            visitor.embedding(name, floats);
        } else {
            visitor.embedding(name, (double[]) value);
        }
    }

    private @Nullable Object boxed(int i) {
        Object value = slots[2 * i + 1];
        if (value instanceof Primitive primitive) {
            return switch (primitive) {
                case DOUBLE -> Double.longBitsToDouble(bits[i]);
                case LONG -> bits[i];
                case BOOLEAN -> bits[i] != 0;
                case MISSING -> null;
            };
        }
        if (value instanceof float[] floats) {
            return floats.clone();
        }
        return value instanceof double[] doubles ? doubles.clone() : value;
    }

    /** Which entries are replaced by a later one of the same name; null if none. */
    private boolean @Nullable [] superseded() {
        // Open addressing over positions: no object per feature, and linear for wide models.
        int size = Integer.highestOneBit(Math.max(4, 2 * count)) << 1;
        int[] table = new int[size];
        boolean[] superseded = null;
        for (int i = count - 1; i >= 0; i--) {
            String name = name(i);
            int hash = name.hashCode();
            int probe = (hash ^ hash >>> 16) & size - 1;
            while (table[probe] != 0 && !name(table[probe] - 1).equals(name)) {
                probe = probe + 1 & size - 1;
            }
            if (table[probe] == 0) {
                table[probe] = i + 1;
            } else {
                superseded = superseded == null ? new boolean[count] : superseded;
                superseded[i] = true;
            }
        }
        return superseded;
    }
}
