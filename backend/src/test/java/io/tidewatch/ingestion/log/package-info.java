/** Tests of the write-ahead log. */
@NullMarked
package io.tidewatch.ingestion.log;

import org.jspecify.annotations.NullMarked;
