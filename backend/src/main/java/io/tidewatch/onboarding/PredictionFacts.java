package io.tidewatch.onboarding;

import java.time.Instant;

/**
 * What is known about a model's predictions.
 *
 * @param count about how many there are
 * @param recent of them, received in the last 24 hours
 * @param first time of the oldest
 * @param last time of the newest
 */
record PredictionFacts(long count, long recent, Instant first, Instant last) {}
