package io.tidewatch.ingestion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which predictions of a model to list. */
record PredictionFilter(
        Instant from,
        Instant to,
        @Nullable String version,
        @Nullable String environment) {}
