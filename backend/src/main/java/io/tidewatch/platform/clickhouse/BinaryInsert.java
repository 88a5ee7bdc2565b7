package io.tidewatch.platform.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * One insert in RowBinary. The server keeps or refuses it as a whole per partition, so hold it to one.
 *
 * @param table name of the table
 * @param columns the columns in the order of the body
 * @param deduplicationToken the same token again is ignored by the server; must depend on the content
 * @param body writes the rows; called again for each attempt
 */
public record BinaryInsert(String table, List<String> columns, String deduplicationToken, Body body) {

    public BinaryInsert {
        columns = List.copyOf(columns);
    }

    /** Writes rows in RowBinary. */
    @FunctionalInterface
    public interface Body {
        /** Writes all rows and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }
}
