package io.tidewatch.ingestion;

import io.tidewatch.platform.clickhouse.BinaryInsert;
import io.tidewatch.profile.RowBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/** Inserts whose token depends on their content alone, so that only the very same rows count as a repetition. */
final class BinaryRows {

    private BinaryRows() {}

    /** The insert of these rows. */
    static BinaryInsert insert(String table, List<String> columns, RowBuffer rows) {
        CRC32C content = new CRC32C();
        content.update(rows.array(), 0, rows.size());
        String token = table + ":" + rows.size() + ":" + Long.toHexString(content.getValue());
        return new BinaryInsert(table, columns, token, out -> out.write(rows.array(), 0, rows.size()));
    }
}
