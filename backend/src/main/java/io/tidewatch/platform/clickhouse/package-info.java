/** The one door to ClickHouse: statements from files, typed parameters, bounded work, binary inserts and migrations. */
@NullMarked
package io.tidewatch.platform.clickhouse;

import org.jspecify.annotations.NullMarked;
