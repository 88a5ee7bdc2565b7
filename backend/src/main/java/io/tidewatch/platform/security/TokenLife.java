package io.tidewatch.platform.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when an access token is good, and what it belongs to.
 *
 * @param sid the provider's id of the session that it came from, or null where there is none
 * @param client the program that it was issued to, or null if it doesn't say
 * @param issuedAt when it was issued
 * @param signedInAt when the person proved who she is, or null where the token doesn't say
 * @param expiresAt when it is over
 */
public record TokenLife(
        @Nullable String sid,
        @Nullable String client,
        Instant issuedAt,
        @Nullable Instant signedInAt,
        Instant expiresAt) {

    /** When the session began, as far as the token tells. */
    public Instant begunAt() {
        return signedInAt == null ? issuedAt : signedInAt;
    }
}
