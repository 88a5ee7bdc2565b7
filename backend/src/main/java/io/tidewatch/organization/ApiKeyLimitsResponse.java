package io.tidewatch.organization;

import org.jspecify.annotations.Nullable;

/** Limits of one API key, on the wire; what is null is limited by the organization alone. */
record ApiKeyLimitsResponse(
        @Nullable Long eventsPerSecond,
        @Nullable Long eventBurst,
        @Nullable Long bytesPerSecond,
        @Nullable Long byteBurst) {

    static ApiKeyLimitsResponse from(ApiKeyLimits limits) {
        return new ApiKeyLimitsResponse(
                limits.eventsPerSecond(), limits.eventBurst(), limits.bytesPerSecond(), limits.byteBurst());
    }
}
