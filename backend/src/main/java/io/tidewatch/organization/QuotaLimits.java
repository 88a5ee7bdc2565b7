package io.tidewatch.organization;

import org.jspecify.annotations.Nullable;

/**
 * Limits as they are set for an organization or an API key: null leaves the default in force, 0 of a rate or of a month
 * takes the limit away. Part of the bootstrap file and of the audit.
 */
record QuotaLimits(
        @Nullable Long eventsPerSecond,
        @Nullable Long eventBurst,
        @Nullable Long bytesPerSecond,
        @Nullable Long byteBurst,
        @Nullable Long eventsPerMonth,
        @Nullable Double pendingShare,
        @Nullable Long maxBodyBytes,
        @Nullable Integer maxFeatures) {}
