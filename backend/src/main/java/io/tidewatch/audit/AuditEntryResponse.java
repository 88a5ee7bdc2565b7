package io.tidewatch.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit entry on the wire. */
record AuditEntryResponse(
        UUID id,
        long sequence,
        Instant at,
        ActorResponse actor,
        String action,
        String resourceType,
        String resourceId,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        @Nullable String remoteAddress,
        @Nullable String userAgent,
        @Nullable String traceId,
        String hash) {

    /** Who did it. */
    record ActorResponse(String kind, String id, String name) {}

    static AuditEntryResponse from(AuditEntry entry) {
        return new AuditEntryResponse(
                entry.id(),
                entry.sequence(),
                entry.at(),
                new ActorResponse(entry.actorKind(), entry.actorId(), entry.actorName()),
                entry.action(),
                entry.resourceType(),
                entry.resourceId(),
                entry.before(),
                entry.after(),
                entry.remoteAddress(),
                entry.userAgent(),
                entry.traceId(),
                entry.hash());
    }
}
