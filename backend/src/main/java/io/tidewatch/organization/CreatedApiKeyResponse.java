package io.tidewatch.organization;

import io.tidewatch.platform.security.ApiKeyToken;
import io.tidewatch.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new API key on the wire.
 *
 * @param key the whole key with its secret, shown this one time
 */
record CreatedApiKeyResponse(
        String id,
        String name,
        String team,
        List<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        String key) {

    static CreatedApiKeyResponse from(ApiKey stored, ApiKeyToken token) {
        return new CreatedApiKeyResponse(
                stored.id(),
                stored.name(),
                stored.team(),
                stored.scopes(),
                stored.createdAt(),
                stored.expiresAt(),
                token.text());
    }
}
