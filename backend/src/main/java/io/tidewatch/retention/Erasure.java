package io.tidewatch.retention;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to erase, and the proof once it was done.
 *
 * @param subjectHash keyed hash of the entity id or of the organization's key, hexadecimal
 * @param dueAt when it begins; until then it can be cancelled
 * @param erasedBefore events that occurred or were received before this are gone and stay out
 * @param before rows per table before, or null as long as they were not counted
 * @param after rows per table after, or null as long as they were not counted: all zero once it is finished
 * @param verifiedAt when the rows were counted last
 */
public record Erasure(
        UUID id,
        Kind kind,
        Status status,
        String subjectHash,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Instant erasedBefore,
        @Nullable Map<String, Long> before,
        @Nullable Map<String, Long> after,
        @Nullable Instant verifiedAt,
        @Nullable Instant finishedAt) {

    /** What is erased. */
    public enum Kind {
        /** Everything about one entity id. */
        ENTITY,
        /** Everything of the organization. */
        ORGANIZATION
    }

    /** How far it is. */
    public enum Status {
        /** Not begun. */
        REQUESTED,
        /** Rows are removed, or the write-ahead log still holds events. */
        ERASING,
        /** Every table was counted and holds nothing. */
        FINISHED,
        /** Called off before it began. */
        CANCELLED
    }
}
