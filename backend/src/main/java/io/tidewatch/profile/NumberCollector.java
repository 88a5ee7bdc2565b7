package io.tidewatch.profile;

import io.tidewatch.registry.FeatureType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers of a file by value. Where there are too many different ones, all are rounded to the finest precision at which they
 * are few enough, as {@link WindowReader} does.
 */
final class NumberCollector extends ValueCollector<Double> {

    private static final List<Integer> PRECISIONS = List.of(52, 33, 29, 25, 21, 17, 13, 10);
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none");
    // What Double.parseDouble takes beyond this, such as 1d or 0x1p3, is Java and not a number in a file.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final double MAX_WHOLE = 0x1p63;
    private static final int FIRST_CAPACITY = 256;
    // Never a value: zero is kept as +0.0, and this is a NaN.
    private static final long FREE = 0x7FF8_0000_0000_0001L;

    private final Variable variable;
    private final int maxDistinct;
    private long[] keys = newKeys(FIRST_CAPACITY);
    private long[] counts = new long[FIRST_CAPACITY];
    private int size;
    private int step;
    private long present;
    private long infinite;

    NumberCollector(Variable variable, int maxDistinct) {
        this.variable = variable;
        this.maxDistinct = maxDistinct;
    }

    @Override
    boolean isMissing(String text) {
        return MISSING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    Cell<Double> readPresent(Object cell) {
        double value;
        switch (cell) {
            case Number number -> value = number.doubleValue();
            case String text -> {
                String stripped = text.strip();
                if (INFINITE.matcher(stripped).matches()) {
                    value = stripped.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
                } else if (DECIMAL.matcher(stripped).matches()) {
                    value = Double.parseDouble(stripped);
                } else {
                    return Cell.bad(
                            COMMA.matcher(stripped).matches()
                                    ? "must be a number with a decimal point, not a comma"
                                    : "must be a number");
                }
            }
            default -> {
                return Cell.bad("must be a number");
            }
        }
        if (Double.isNaN(value)) {
            return new Cell<>(null, null);
        }
        if (variable.type() == FeatureType.INT64 && !(value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE)) {
            return Cell.bad("must be a whole number");
        }
        if (variable.equals(Variable.SCORE) && (value < 0 || value > 1)) {
            return Cell.bad("must be from 0 to 1");
        }
        return new Cell<>(variable.type() == FeatureType.FLOAT32 ? (double) (float) value : value, null);
    }

    @Override
    void add(Double value) {
        present++;
        if (value.isInfinite()) {
            infinite++;
        } else {
            put(rounded(Double.doubleToRawLongBits(value == 0 ? 0.0 : value)), 1);
            while (size > maxDistinct && step < PRECISIONS.size() - 1) {
                step++;
                rehash(keys.length);
            }
        }
    }

    @Override
    NumberCounts counts(long rows) {
        NumberCountsBuilder builder = new NumberCountsBuilder(PRECISIONS.get(step));
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE) {
                builder.add(Double.longBitsToDouble(keys[slot]), counts[slot]);
            }
        }
        return builder.build(rows - present, infinite);
    }

    private long rounded(long bits) {
        return bits & NumberCountsBuilder.mask(PRECISIONS.get(step));
    }

    private void put(long key, long count) {
        if (size * 2 >= keys.length) {
            rehash(keys.length * 2);
        }
        int slot = slot(key);
        if (keys[slot] == FREE) {
            keys[slot] = key;
            size++;
        }
        counts[slot] += count;
    }

    /** Where the key is, or where it goes. */
    private int slot(long key) {
        long mixed = key * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void rehash(int capacity) {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = newKeys(capacity);
        counts = new long[capacity];
        size = 0;
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldKeys[slot] != FREE) {
                long key = rounded(oldKeys[slot]);
                int target = slot(key);
                if (keys[target] == FREE) {
                    keys[target] = key;
                    size++;
                }
                counts[target] += oldCounts[slot];
            }
        }
    }

    private static long[] newKeys(int capacity) {
        long[] keys = new long[capacity];
        Arrays.fill(keys, FREE);
        return keys;
    }
}
