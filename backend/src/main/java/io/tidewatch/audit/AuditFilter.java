package io.tidewatch.audit;

import io.tidewatch.platform.problem.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null leaves a part open.
 *
 * @param actor the id of the actor, or part of the name in any case
 * @param action an action such as {@code api-key.created}, or the part before the dot for all of its kind
 * @param resourceType what was changed, such as {@code team}
 * @param resourceId which one
 * @param from the first instant
 * @param to the first instant that is no longer meant
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All entries. */
    static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    AuditFilter {
        actor = given(actor);
        action = given(action);
        resourceType = given(resourceType);
        resourceId = given(resourceId);
        if (from != null && to != null && !from.isBefore(to)) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation("to", "out-of-range", "must be after from");
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
