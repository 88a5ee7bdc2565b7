package io.tidewatch.ingestion;

/**
 * What the index knows of a stored prediction.
 *
 * @param occurredAtMicros its time
 * @param hash hash of its content
 */
record KnownPrediction(long occurredAtMicros, long hash) {}
