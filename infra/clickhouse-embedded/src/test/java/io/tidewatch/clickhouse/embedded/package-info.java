/** Tests on the real engine, through the Java clients. */
package io.tidewatch.clickhouse.embedded;
