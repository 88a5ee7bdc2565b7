package io.tidewatch.organization;

import io.tidewatch.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key without its secret.
 *
 * @param id public part of the key
 * @param team key of the team that it acts for
 * @param lastUsedAt to the minute
 * @param rotatedAt when its secret was replaced last
 * @param previousSecretUntil from when on the secret before is refused
 * @param limits limits of its own, below those of the organization
 * @param previousSecretUsedAt when the secret before was used last, to the minute
 */
record ApiKey(
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
        ApiKeyLimits limits) {}
