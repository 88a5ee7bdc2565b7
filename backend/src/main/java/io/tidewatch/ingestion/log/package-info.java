/**
 * The write-ahead log: entries that are durable before anybody is told so. Knows bytes and files, not events. {@link
 * io.tidewatch.ingestion.log.FrameFormat}, {@link io.tidewatch.ingestion.log.SegmentHeader} and {@link
 * io.tidewatch.ingestion.log.FrameScanner} are pure; the rest is a thin shell around files.
 */
@NullMarked
package io.tidewatch.ingestion.log;

import org.jspecify.annotations.NullMarked;
