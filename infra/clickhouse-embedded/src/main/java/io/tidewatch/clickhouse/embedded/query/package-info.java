/** ClickHouse's HTTP interface: from a request to a statement on the engine and back to an answer. */
@NullMarked
package io.tidewatch.clickhouse.embedded.query;

import org.jspecify.annotations.NullMarked;
