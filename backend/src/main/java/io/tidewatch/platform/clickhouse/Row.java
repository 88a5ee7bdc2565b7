package io.tidewatch.platform.clickhouse;

import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name. A getter fails for NULL unless its name says otherwise. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /** A String, LowCardinality(String), FixedString or Enum column. */
    public String string(String column) {
        return required(column, read(column, results::getString));
    }

    /** A nullable String column. */
    public @Nullable String stringOrNull(String column) {
        return read(column, results::getString);
    }

    /** An integer column of up to 64 bits; UInt64 above the range of long fails. */
    public long int64(String column) {
        return read(column, name -> {
            long value = results.getLong(name);
            if (results.wasNull()) {
                throw missing(name);
            }
            return value;
        });
    }

    /** An integer column of up to 32 bits. */
    public int int32(String column) {
        return Math.toIntExact(int64(column));
    }

    /** A Float64 or Float32 column; NaN stays NaN. */
    public double float64(String column) {
        return read(column, name -> {
            double value = results.getDouble(name);
            if (results.wasNull()) {
                throw missing(name);
            }
            return value;
        });
    }

    /** A nullable Float64 or Float32 column. */
    public @Nullable Double float64OrNull(String column) {
        return read(column, name -> {
            double value = results.getDouble(name);
            return results.wasNull() ? null : value;
        });
    }

    /** A Bool or UInt8 column. */
    public boolean bool(String column) {
        return read(column, results::getBoolean);
    }

    /** A UUID column. */
    public UUID uuid(String column) {
        return required(column, read(column, name -> results.getObject(name, UUID.class)));
    }

    /** A DateTime or DateTime64 column. */
    public Instant instant(String column) {
        return required(column, instantOrNull(column));
    }

    /** A nullable DateTime or DateTime64 column. */
    public @Nullable Instant instantOrNull(String column) {
        return read(column, name -> toInstant(results.getObject(name, ZonedDateTime.class)));
    }

    /** An array of floating-point numbers or integers. */
    public double[] float64s(String column) {
        Object array = array(column);
        double[] values = new double[Array.getLength(array)];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) Array.get(array, i)).doubleValue();
        }
        return values;
    }

    /** An array of integers. */
    public long[] int64s(String column) {
        Object array = array(column);
        long[] values = new long[Array.getLength(array)];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) Array.get(array, i)).longValue();
        }
        return values;
    }

    /** An array of strings. */
    public List<String> strings(String column) {
        Object array = array(column);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            values.add((String) Array.get(array, i));
        }
        return values;
    }

    /** A map from strings to strings. */
    public Map<String, String> stringMap(String column) {
        Map<?, ?> map = required(column, read(column, name -> (Map<?, ?>) results.getObject(name)));
        Map<String, String> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
        return values;
    }

    private Object array(String column) {
        return required(column, read(column, name -> {
            java.sql.Array array = results.getArray(name);
            return array == null ? null : array.getArray();
        }));
    }

    private static @Nullable Instant toInstant(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            default -> throw new IllegalStateException("Not a time: " + value.getClass());
        };
    }

    private <T extends @Nullable Object> T read(String column, Getter<T> getter) {
        try {
            return getter.get(column);
        } catch (SQLException e) {
            throw new IllegalStateException("Column " + column + " can't be read", e);
        }
    }

    private static <T> T required(String column, @Nullable T value) {
        if (value == null) {
            throw missing(column);
        }
        return value;
    }

    private static IllegalStateException missing(String column) {
        return new IllegalStateException("Column " + column + " is NULL");
    }

    private interface Getter<T extends @Nullable Object> {
        T get(String column) throws SQLException;
    }
}
