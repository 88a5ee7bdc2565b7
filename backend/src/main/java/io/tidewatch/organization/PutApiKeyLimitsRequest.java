package io.tidewatch.organization;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Limits of one API key. What is null is limited by the organization alone.
 *
 * @param eventsPerSecond events per second in the long run
 * @param eventBurst events at once after a pause; without it, ten seconds' worth
 * @param bytesPerSecond bytes per second as sent, in the long run
 * @param byteBurst bytes at once after a pause; without it, ten seconds' worth
 */
record PutApiKeyLimitsRequest(
        @Nullable @Min(1) Long eventsPerSecond,
        @Nullable @Min(1) Long eventBurst,
        @Nullable @Min(1) Long bytesPerSecond,
        @Nullable @Min(1) Long byteBurst) {

    ApiKeyLimits toLimits() {
        return new ApiKeyLimits(eventsPerSecond, eventBurst, bytesPerSecond, byteBurst);
    }
}
