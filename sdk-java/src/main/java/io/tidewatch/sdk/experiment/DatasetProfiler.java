package io.tidewatch.sdk.experiment;

import io.tidewatch.sdk.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link DatasetProfile} from rows, one at a time, in memory that does not grow with their number: about 100 KiB for
 * a number, and at most 0.7 MB for a text with very many different long values.
 *
 * {@snippet class="io.tidewatch.sdk.examples.Examples" region="profile"}
 *
 * <p>Values are numbers, truth values, texts or enums, instants, and {@code float[]} or {@code double[]} for embeddings; null,
 * NaN, infinities and anything else count as missing, as does a value of another type than the first one of its column.
 * Texts with more than 1,000 different values are taken for free text, with fewer for a category. Never throws. Safe to use
 * from several threads, one after the other.
 */
public final class DatasetProfiler {

    /** Columns beyond this are left out. */
    public static final int MAX_COLUMNS = 500;

    private static final int MAX_NAME_LENGTH = 128;

    private final Map<String, ColumnStatistics> columns = new LinkedHashMap<>();
    private long rows;
    private boolean truncated;

    /** A profile without rows. */
    public DatasetProfiler() {}

    /** Adds a row: values by column. A column that a row lacks is missing in it. */
    public synchronized DatasetProfiler add(@Nullable Map<String, ? extends @Nullable Object> row) {
        rows++;
        if (row != null) {
            row.forEach(this::value);
        }
        return this;
    }

    /** Adds the features of a prediction as a row. */
    public DatasetProfiler add(@Nullable Prediction prediction) {
        return add(prediction == null ? null : prediction.features());
    }

    private void value(@Nullable String name, @Nullable Object value) {
        ColumnStatistics column = name == null ? null : columns.get(name);
        if (column == null) {
            if (name == null || value == null || !isUsable(name) || columns.size() == MAX_COLUMNS) {
                truncated |= value != null;
                return;
            }
            column = new ColumnStatistics(name);
            columns.put(name, column);
        }
        column.add(value);
    }

    private static boolean isUsable(String name) {
        return !name.isBlank()
                && name.length() <= MAX_NAME_LENGTH
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Whether columns were left out, because there were too many or their names cannot be used. */
    public synchronized boolean isTruncated() {
        return truncated;
    }

    /** The profile of the rows so far; more may follow. Columns that never had a value are left out. */
    public synchronized DatasetProfile profile() {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (ColumnStatistics column : columns.values()) {
            if (column.hasValues()) {
                profiles.add(column.profile(rows));
            }
        }
        return new DatasetProfile(rows, profiles);
    }
}
