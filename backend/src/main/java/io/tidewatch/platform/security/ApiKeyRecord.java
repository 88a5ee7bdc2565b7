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
 * @param previousSecretHash hash of the secret before the current one, or null if it was never replaced
 * @param previousSecretUntil from when on the secret before the current one is refused
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
        @Nullable Instant revokedAt,
        @Nullable String previousSecretHash,
        @Nullable Instant previousSecretUntil) {

    public ApiKeyRecord {
        scopes = Set.copyOf(scopes);
    }

    /** True for the hash of the current secret or of the one before, whether that still works or not. */
    boolean knows(String hash) {
        return equal(secretHash, hash) || isPrevious(hash);
    }

    /** True for the hash of the secret before the current one. */
    boolean isPrevious(String hash) {
        return previousSecretHash != null && equal(previousSecretHash, hash);
    }

    /** Compares in constant time. */
    private static boolean equal(String known, String hash) {
        return MessageDigest.isEqual(
                known.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
