package io.tidewatch.ingestion;

import io.tidewatch.platform.security.KeyedHash;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entities of one organization whose events must not be stored, as known at one moment. Who writes events checks
 * each of them that has an entity id, also those that he finds in the log again after a restart. A snapshot is cheap to
 * ask; not safe for use by several threads.
 */
public final class ErasedEntities {

    /** Nothing was erased. */
    public static final ErasedEntities NONE = new ErasedEntities(null, Map.of(), null);

    private final @Nullable KeyedHash hash;
    private final Map<String, Instant> erasedBefore;
    private final @Nullable Instant everythingBefore;

    private ErasedEntities(
            @Nullable KeyedHash hash, Map<String, Instant> erasedBefore, @Nullable Instant everythingBefore) {
        this.hash = hash;
        this.erasedBefore = Map.copyOf(erasedBefore);
        this.everythingBefore = everythingBefore;
    }

    /**
     * Makes a snapshot.
     *
     * @param key the organization's erasure key
     * @param erasedBefore by hash of the entity, hexadecimal
     * @param everythingBefore if the whole organization is erased
     */
    static ErasedEntities of(byte[] key, Map<String, Instant> erasedBefore, @Nullable Instant everythingBefore) {
        return new ErasedEntities(new KeyedHash(key), erasedBefore, everythingBefore);
    }

    /** True if nothing is erased, so that there is nothing to check. */
    public boolean isEmpty() {
        return erasedBefore.isEmpty() && everythingBefore == null;
    }

    /**
     * True if the event must not be stored: it is about an erased entity, or of an erased organization, and occurred or
     * was received before the erasure.
     *
     * @param entityId as the client wrote it; empty if it has none
     */
    public boolean covers(String entityId, Instant occurredAt, Instant receivedAt) {
        Instant first = occurredAt.isBefore(receivedAt) ? occurredAt : receivedAt;
        if (everythingBefore != null && first.isBefore(everythingBefore)) {
            return true;
        }
        if (hash == null || entityId.isEmpty() || erasedBefore.isEmpty()) {
            return false;
        }
        Instant before = erasedBefore.get(hash.of(entityId));
        return before != null && first.isBefore(before);
    }
}
