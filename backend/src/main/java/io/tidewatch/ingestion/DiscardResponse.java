package io.tidewatch.ingestion;

/**
 * How many dead letters were discarded, on the wire.
 *
 * @param discarded letters that are not wanted any more
 */
record DiscardResponse(int discarded) {}
