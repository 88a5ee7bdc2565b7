package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key without its secret. */
public record ApiKey(
        String id,
        String name,
        String team,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant previousSecretUntil,
        @Nullable Instant previousSecretUsedAt,
        Limits limits) {

    /** Whether it is refused for good. */
    public boolean hasEnded(Instant now) {
        return revokedAt != null || (expiresAt != null && !now.isBefore(expiresAt));
    }

    /** Whether the secret before the current one still works. */
    public boolean hasTwoSecrets(Instant now) {
        return !hasEnded(now) && previousSecretUntil != null && now.isBefore(previousSecretUntil);
    }

    /** Limits of its own; what is null is limited by the organization alone. */
    public record Limits(
            @Nullable Long eventsPerSecond,
            @Nullable Long eventBurst,
            @Nullable Long bytesPerSecond,
            @Nullable Long byteBurst) {

        /** Whether there are any. */
        public boolean any() {
            return eventsPerSecond != null || bytesPerSecond != null;
        }
    }
}
