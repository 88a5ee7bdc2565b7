package io.tidewatch.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A baseline to pin from the predictions of a window. */
public record NewBaseline(
        @Nullable String name,
        @Nullable String version,
        @Nullable String environment,
        Instant from,
        Instant to) {}
