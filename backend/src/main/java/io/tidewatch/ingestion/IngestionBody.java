package io.tidewatch.ingestion;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it comes.
 *
 * @param contentEncoding the header, null if absent
 * @param contentLength bytes on the wire, -1 if unknown
 */
record IngestionBody(InputStream content, @Nullable String contentEncoding, long contentLength) {}
