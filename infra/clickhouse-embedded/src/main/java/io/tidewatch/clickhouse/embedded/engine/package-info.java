/** The native engine: the only code that calls into {@code libchdb}, and the pool of its connections. */
@NullMarked
package io.tidewatch.clickhouse.embedded.engine;

import org.jspecify.annotations.NullMarked;
