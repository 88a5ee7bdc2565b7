package io.tidewatch.ingestion;

import java.time.Instant;

/**
 * What an event may be at most.
 *
 * @param receivedAt when the request came; the time of events that have none
 * @param earliest oldest accepted time
 * @param latest newest accepted time
 * @param maxFeatures features per event, unknown ones included
 * @param maxExtraLength characters of unknown features per event
 * @param erased entities whose earlier events are not taken
 */
record EventLimits(
        Instant receivedAt,
        Instant earliest,
        Instant latest,
        int maxFeatures,
        int maxExtraLength,
        ErasedEntities erased) {

    /** Where nothing was erased. */
    EventLimits(Instant receivedAt, Instant earliest, Instant latest, int maxFeatures, int maxExtraLength) {
        this(receivedAt, earliest, latest, maxFeatures, maxExtraLength, ErasedEntities.NONE);
    }

    /** Characters of a version, an environment, a trace id or the name of a segment. */
    static final int MAX_NAME = 64;
    /** Characters of an entity id, a class, a category or the value of a segment. */
    static final int MAX_LABEL = 256;
    /** Characters of a text feature. */
    static final int MAX_TEXT = 8192;
    /** Segments per event. */
    static final int MAX_SEGMENTS = 16;
    /** Classes with a score of their own per event. */
    static final int MAX_CLASS_SCORES = 1000;
}
