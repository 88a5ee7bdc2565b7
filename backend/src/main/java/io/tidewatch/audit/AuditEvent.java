package io.tidewatch.audit;

import org.jspecify.annotations.Nullable;

/**
 * A change, as the audit keeps it.
 *
 * @param action what was done: {@code team.created}
 * @param resourceType what it was done to: {@code team}
 * @param resourceId which one
 * @param before the state before, a record or map that JSON can hold; null for something new
 * @param after the state after; null for something removed
 */
public record AuditEvent(
        String action,
        String resourceType,
        String resourceId,
        @Nullable Object before,
        @Nullable Object after) {

    /** Something new. */
    public static AuditEvent created(String resourceType, String resourceId, Object after) {
        return new AuditEvent(resourceType + ".created", resourceType, resourceId, null, after);
    }

    /** Something changed. */
    public static AuditEvent changed(String resourceType, String resourceId, Object before, Object after) {
        return new AuditEvent(resourceType + ".changed", resourceType, resourceId, before, after);
    }

    /** Something removed. */
    public static AuditEvent removed(String resourceType, String resourceId, Object before) {
        return new AuditEvent(resourceType + ".removed", resourceType, resourceId, before, null);
    }
}
