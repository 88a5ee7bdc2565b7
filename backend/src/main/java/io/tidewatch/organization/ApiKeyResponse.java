package io.tidewatch.organization;

import io.tidewatch.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key on the wire, without its secret. */
record ApiKeyResponse(
        String id,
        String name,
        String team,
        List<Scope> scopes,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    static ApiKeyResponse from(ApiKey key) {
        return new ApiKeyResponse(
                key.id(),
                key.name(),
                key.team(),
                key.scopes(),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt());
    }
}
