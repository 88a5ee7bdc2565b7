package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of the audit, with both states where there are two. */
public record AuditEntry(
        long sequence,
        Instant at,
        Actor actor,
        String action,
        String resourceType,
        String resourceId,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after,
        @Nullable String remoteAddress,
        @Nullable String userAgent,
        @Nullable String traceId,
        String hash) {

    /** Who did it: a person, an API key or the server. */
    public record Actor(String kind, String id, String name) {}
}
