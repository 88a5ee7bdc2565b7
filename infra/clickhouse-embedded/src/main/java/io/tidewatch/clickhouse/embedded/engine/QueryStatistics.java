package io.tidewatch.clickhouse.embedded.engine;

/**
 * What a statement read and wrote.
 *
 * @param readRows rows read from storage
 * @param readBytes bytes read from storage
 * @param writtenRows rows written, materialized views included
 * @param writtenBytes bytes written
 * @param resultRows rows of the result
 * @param resultBytes bytes of the result in the engine's own form
 * @param elapsedNanos time taken in nanoseconds
 */
public record QueryStatistics(
        long readRows,
        long readBytes,
        long writtenRows,
        long writtenBytes,
        long resultRows,
        long resultBytes,
        long elapsedNanos) {

    /** Nothing read, nothing written. */
    public static final QueryStatistics NONE = new QueryStatistics(0, 0, 0, 0, 0, 0, 0);

    /** The sum of both, for the pieces of a stream. */
    public QueryStatistics plus(QueryStatistics other) {
        return new QueryStatistics(
                readRows + other.readRows,
                readBytes + other.readBytes,
                writtenRows + other.writtenRows,
                writtenBytes + other.writtenBytes,
                resultRows + other.resultRows,
                resultBytes + other.resultBytes,
                elapsedNanos + other.elapsedNanos);
    }
}
