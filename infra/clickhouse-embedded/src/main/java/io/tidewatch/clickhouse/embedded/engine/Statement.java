package io.tidewatch.clickhouse.embedded.engine;

import java.util.Map;

/**
 * One statement with its parameters.
 *
 * @param sql the statement in UTF-8; bytes, because literals may hold any byte
 * @param format output format where the statement names none
 * @param parameters values of {@code {name:Type}} placeholders in ClickHouse's escaped text form
 */
@SuppressWarnings("ArrayRecordComponent") // A statement is passed on, never compared.
public record Statement(byte[] sql, String format, Map<String, byte[]> parameters) {

    /** The same statement with other text. */
    public Statement withSql(byte[] newSql) {
        return new Statement(newSql, format, parameters);
    }
}
