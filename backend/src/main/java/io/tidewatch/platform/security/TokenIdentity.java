package io.tidewatch.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verified access token says about a person.
 *
 * @param issuer who says so
 * @param subject the person's id at the issuer
 * @param name for people to read; the subject where the token has no name
 * @param email her address, unverified
 * @param groups her groups at this issuer; for a program also the client itself, see {@link ServiceAccounts#PREFIX}
 * @param service the client that a program signed in as, or null for a person
 * @param life from when to when the token is good, and the session that it came from
 */
public record TokenIdentity(
        String issuer,
        String subject,
        String name,
        @Nullable String email,
        Set<String> groups,
        @Nullable String service,
        TokenLife life) {

    public TokenIdentity {
        groups = Set.copyOf(groups);
    }

    /** The person's id: the same in every organization and on every replica, made from issuer and subject. */
    public UUID userId() {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256")
                    .digest((issuer + '\n' + subject).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        // Version 8 (custom) and the RFC 9562 variant.
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
