/** A small HTTP/1.1 server on virtual threads that notices when the client has gone away. */
@NullMarked
package io.tidewatch.clickhouse.embedded.http;

import org.jspecify.annotations.NullMarked;
