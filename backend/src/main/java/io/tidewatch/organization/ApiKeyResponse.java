package io.tidewatch.organization;

import io.tidewatch.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key on the wire, without its secret.
 *
 * @param createdBy id of the person
 * @param lastUsedAt to the minute
 * @param rotatedAt when its secret was replaced last
 * @param previousSecretUntil from when on the secret before is refused
 * @param previousSecretUsedAt when the secret before was used last, to the minute
 * @param limits limits of its own, below those of the organization
 */
record ApiKeyResponse(
        String id,
        String name,
        String team,
        List<Scope> scopes,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant previousSecretUntil,
        @Nullable Instant previousSecretUsedAt,
        ApiKeyLimitsResponse limits) {

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
                key.lastUsedAt(),
                key.rotatedAt(),
                key.previousSecretUntil(),
                key.previousSecretUsedAt(),
                ApiKeyLimitsResponse.from(key.limits()));
    }
}
