package io.tidewatch.ingestion.log;

/**
 * Bounds of a log.
 *
 * @param segmentBytes a segment that has reached this size is followed by a new one
 * @param maxBytes most bytes that may wait to be stored
 * @param maxQueuedBytes most bytes that may wait to be written
 */
public record LogOptions(long segmentBytes, long maxBytes, long maxQueuedBytes) {}
