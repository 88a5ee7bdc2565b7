/** Starts the ClickHouse engine in a process of its own and serves ClickHouse's HTTP interface from it. */
@NullMarked
package io.tidewatch.clickhouse.embedded;

import org.jspecify.annotations.NullMarked;
