package io.tidewatch.ingestion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What really happened.
 *
 * @param predictionId the stored id of the prediction
 * @param truthClass the true class, null for a regression
 * @param truthValue the true value, NaN for a classification
 * @param observedAt when it was observed; the latest wins
 * @param deleted whether it takes back what was said before; then it has neither class nor value
 */
record GroundTruth(
        UUID predictionId, @Nullable String truthClass, double truthValue, Instant observedAt, boolean deleted) {}
