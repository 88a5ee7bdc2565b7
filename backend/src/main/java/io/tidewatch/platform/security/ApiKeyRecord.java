package io.tidewatch.platform.security;

import io.tidewatch.platform.tenancy.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is stored.
 *
 * @param id public part of the key
 * @param name for people to read
 * @param secretHash SHA-256 of the secret part, hexadecimal
 * @param expiresAt from when on it is refused, or null if it doesn't expire
 * @param revokedAt when it was revoked, or null
 */
public record ApiKeyRecord(
        String id,
        String name,
        OrganizationId organization,
        String organizationKey,
        TeamId team,
        String secretHash,
        Set<Scope> scopes,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    public ApiKeyRecord {
        scopes = Set.copyOf(scopes);
    }

    /** Compares in constant time. */
    boolean hasHash(String hash) {
        return MessageDigest.isEqual(
                secretHash.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
