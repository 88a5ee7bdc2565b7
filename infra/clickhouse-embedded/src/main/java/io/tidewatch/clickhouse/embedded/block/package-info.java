/** ClickHouse's own compression of HTTP bodies ({@code compress=1}, {@code decompress=1}): LZ4 blocks with a checksum. */
@NullMarked
package io.tidewatch.clickhouse.embedded.block;

import org.jspecify.annotations.NullMarked;
