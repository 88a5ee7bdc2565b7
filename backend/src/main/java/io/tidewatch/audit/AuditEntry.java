package io.tidewatch.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit.
 *
 * @param sequence position in the organization's chain, from 1 without gaps
 * @param remoteAddress where the request came from
 * @param userAgent what the program that sent it calls itself
 * @param hash SHA-256 over the entry and the hash before it, hexadecimal
 */
public record AuditEntry(
        UUID id,
        long sequence,
        Instant at,
        String actorKind,
        String actorId,
        String actorName,
        String action,
        String resourceType,
        String resourceId,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        @Nullable String remoteAddress,
        @Nullable String userAgent,
        @Nullable String traceId,
        String hash) {}
