package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the prediction ids of clients into UUIDs and makes ids for events without one.
 *
 * <p>An id in the canonical form of a UUID is used as it is. Any other id becomes the version 5 UUID of (organization,
 * model, id), so that the same id always leads to the same row.
 */
final class PredictionIds {

    /** Longest id that a client may use. */
    static final int MAX_LENGTH = 128;

    private static final int UUID_LENGTH = 36;
    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final byte[] namespace;
    private final RandomGenerator random;
    private final MessageDigest sha1;

    PredictionIds(OrganizationId organization, ModelId model, RandomGenerator random) {
        this.random = random;
        this.namespace = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(organization.value().getMostSignificantBits())
                .putLong(organization.value().getLeastSignificantBits())
                .putLong(model.value().getMostSignificantBits())
                .putLong(model.value().getLeastSignificantBits())
                .array();
        try {
            // Version 5 UUIDs are defined by SHA-1; nothing secret depends on it.
            this.sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    /** The stored id for a client's id. */
    UUID of(String clientId) {
        UUID parsed = parse(clientId);
        return parsed != null ? parsed : named(clientId);
    }

    /** A new version 7 id whose time bits are {@code millis}. */
    UUID generate(long millis) {
        long high = (millis << 16) | 0x7000 | (random.nextLong() & 0xFFF);
        long low = (random.nextLong() & VARIANT_MASK) | VARIANT;
        return new UUID(high, low);
    }

    /** The stored id for an event without one, of a request that has the same key when it is sent again. */
    UUID ofRequest(String idempotencyKey, int index) {
        // No id of a client holds a control character, so none leads here.
        return named("\u0001" + idempotencyKey + "\u0001" + index);
    }

    /** True if the client's text must be kept beside the stored id. */
    static boolean differs(String clientId, UUID stored) {
        return clientId.length() != UUID_LENGTH || !clientId.equals(stored.toString());
    }

    private static @Nullable UUID parse(String text) {
        if (text.length() != UUID_LENGTH) {
            return null;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : Character.digit(c, 16) < 0 || c >= 0x80) {
                return null;
            }
        }
        return UUID.fromString(text);
    }

    private UUID named(String clientId) {
        sha1.reset();
        sha1.update(namespace);
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(clientId.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & VERSION_MASK) | 0x5000;
        long low = (hash.getLong() & VARIANT_MASK) | VARIANT;
        return new UUID(high, low);
    }
}
