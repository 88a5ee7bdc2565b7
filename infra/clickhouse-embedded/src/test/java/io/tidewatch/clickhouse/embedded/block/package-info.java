/** Tests without the engine. */
package io.tidewatch.clickhouse.embedded.block;
