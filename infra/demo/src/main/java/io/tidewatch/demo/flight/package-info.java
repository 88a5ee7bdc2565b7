/** The flights themselves: read once from the Parquet file through ClickHouse, then streamed in order of departure. */
@NullMarked
package io.tidewatch.demo.flight;

import org.jspecify.annotations.NullMarked;
