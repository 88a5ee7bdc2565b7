package io.tidewatch.ingestion;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it comes.
 *
 * @param contentType the header, null if absent
 * @param idempotencyKey the header, null if absent
 * @param contentEncoding the header, null if absent
 * @param contentLength bytes on the wire, -1 if unknown
 */
record IngestionBody(
        InputStream content,
        @Nullable String contentType,
        @Nullable String idempotencyKey,
        @Nullable String contentEncoding,
        long contentLength) {

    /** One event a line. */
    static final String NDJSON = "application/x-ndjson";

    /** Another name of the same. */
    static final String JSON_LINES = "application/jsonl";

    /** The same body, inflated and in memory. */
    IngestionBody plain(byte[] bytes) {
        return new IngestionBody(new ByteArrayInputStream(bytes), contentType, idempotencyKey, null, bytes.length);
    }

    /** True if every line is an event of its own. */
    boolean isLines() {
        if (contentType == null) {
            return false;
        }
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith(NDJSON) || type.startsWith(JSON_LINES);
    }
}
