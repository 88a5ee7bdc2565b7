package io.tidewatch.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of one variable in one hour. */
final class VariableTally {

    private final RollupVariable counted;
    private final long[] bins;
    private final Map<String, long[]> categories = new HashMap<>();
    private long n;
    private long missing;
    private long bad;
    private double sum;
    private double squareSum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    VariableTally(RollupVariable counted) {
        this.counted = counted;
        this.bins = new long[counted.edges().length == 0 ? 0 : counted.edges().length + 1];
    }

    /** NaN is missing; what is infinite is counted as bad and left out of everything else. */
    void number(double value) {
        n++;
        if (Double.isNaN(value)) {
            missing++;
        } else if (Double.isInfinite(value)) {
            bad++;
        } else {
            sum += value;
            squareSum += value * value;
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
            if (bins.length > 0) {
                int found = Arrays.binarySearch(counted.edges(), value + 0.0);
                bins[found < 0 ? -found - 1 : found]++;
            }
        }
    }

    void category(@Nullable String value) {
        n++;
        if (value == null) {
            missing++;
        } else if (counted.isCounted(value)) {
            categories.computeIfAbsent(value, ignored -> new long[1])[0]++;
        }
    }

    void presence(boolean present) {
        n++;
        missing += present ? 0 : 1;
    }

    /** False if the variable never had a value. */
    boolean hasValue() {
        return n > missing;
    }

    RollupVariable counted() {
        return counted;
    }

    /** Writes the columns from {@code n} to {@code categories}. */
    void write(RowBuffer row) {
        row.writeLong(n);
        row.writeLong(missing);
        row.writeLong(bad);
        row.writeDouble(sum);
        row.writeDouble(squareSum);
        row.writeDouble(minimum);
        row.writeDouble(maximum);
        int used = 0;
        for (long bin : bins) {
            used += bin > 0 ? 1 : 0;
        }
        row.writeSize(used);
        for (int i = 0; i < bins.length; i++) {
            if (bins[i] > 0) {
                row.writeUInt16(i);
                row.writeLong(bins[i]);
            }
        }
        row.writeSize(categories.size());
        categories.forEach((category, count) -> {
            row.writeString(category);
            row.writeLong(count[0]);
        });
    }
}
