package io.tidewatch.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to pin a baseline from. */
record PinBaseline(
        @Nullable String name,
        @Nullable String version,
        @Nullable String environment,
        Instant from,
        Instant to) {}
