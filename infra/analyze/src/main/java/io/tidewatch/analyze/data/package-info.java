/**
 * Files as tables: reading CSV, NDJSON and Parquet through the embedded engine, inferring types, and grouping columns
 * into the value tables of the statistics kernel.
 */
@NullMarked
package io.tidewatch.analyze.data;

import org.jspecify.annotations.NullMarked;
