package io.tidewatch.organization;

import io.tidewatch.platform.security.ApiKeyToken;
import io.tidewatch.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key with a new secret on the wire.
 *
 * @param previousSecretUntil until when the secret before works; absent for a new key
 * @param key the whole key with its secret, shown this one time
 */
record CreatedApiKeyResponse(
        String id,
        String name,
        String team,
        List<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant previousSecretUntil,
        String key) {

    static CreatedApiKeyResponse from(ApiKey stored, ApiKeyToken token) {
        return new CreatedApiKeyResponse(
                stored.id(),
                stored.name(),
                stored.team(),
                stored.scopes(),
                stored.createdAt(),
                stored.expiresAt(),
                stored.previousSecretUntil(),
                token.text());
    }
}
