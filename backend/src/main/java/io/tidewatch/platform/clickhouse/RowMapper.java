package io.tidewatch.platform.clickhouse;

/** Makes a value of one row of a result. Runs on a worker thread. */
@FunctionalInterface
public interface RowMapper<T> {

    /** Reads the row; it is valid during this call only. */
    T map(Row row);
}
