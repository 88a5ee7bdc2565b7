package io.tidewatch.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pinned reference: the distribution of every feature in its window. */
public record Baseline(
        String id,
        @Nullable String name,
        @Nullable String version,
        @Nullable String environment,
        Instant from,
        Instant to,
        long predictionCount,
        @Nullable Instant pinnedAt,
        boolean current) {}
