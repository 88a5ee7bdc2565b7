package io.tidewatch.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * Why one event is not kept.
 *
 * @param index place of the event in the request, from 0
 * @param error which rule
 * @param field path within the event, for example {@code features.distance}; empty for the event itself
 * @param detail the rule in words
 * @param predictionId the id as the client wrote it, null if the event had none that could be read
 */
record EventViolation(
        int index,
        EventError error,
        String field,
        String detail,
        @Nullable String predictionId) {}
