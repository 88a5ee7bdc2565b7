package io.tidewatch.retention;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An erasure on the wire.
 *
 * @param kind what is erased
 * @param status how far it is
 * @param subjectHash keyed hash of the entity id or of the organization's key
 * @param dueAt when it begins; until then it can be cancelled
 * @param erasedBefore events that occurred or were received before this are gone and stay out
 * @param rowsBefore rows per table before
 * @param rowsAfter rows per table when they were counted last; all zero once it is finished
 */
record ErasureResponse(
        UUID id,
        @Schema(enumeration = {"entity", "organization"}) String kind,

        @Schema(enumeration = {"requested", "erasing", "finished", "cancelled"})
        String status,

        String subjectHash,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Instant erasedBefore,
        @Nullable Map<String, Long> rowsBefore,
        @Nullable Map<String, Long> rowsAfter,
        @Nullable Instant verifiedAt,
        @Nullable Instant finishedAt) {

    static ErasureResponse from(Erasure erasure) {
        return new ErasureResponse(
                erasure.id(),
                erasure.kind().name().toLowerCase(Locale.ROOT),
                erasure.status().name().toLowerCase(Locale.ROOT),
                erasure.subjectHash(),
                erasure.requestedAt(),
                erasure.dueAt(),
                erasure.erasedBefore(),
                erasure.before(),
                erasure.after(),
                erasure.verifiedAt(),
                erasure.finishedAt());
    }
}
