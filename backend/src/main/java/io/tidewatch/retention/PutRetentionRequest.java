package io.tidewatch.retention;

import io.tidewatch.platform.problem.ErrorCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long to keep events.
 *
 * @param days 7, 30, 90 or 400; null goes back to the next general setting
 */
record PutRetentionRequest(@Nullable Integer days) {

    private static final Set<Integer> KNOWN = Set.of(7, 30, 90, 400);

    /** The days; fails with {@code validation-failed} for others than the table partitions know. */
    @Nullable
    Integer toDays() {
        if (days != null && !KNOWN.contains(days)) {
            throw ErrorCode.VALIDATION_FAILED.problem().violation("days", "invalid-value", "must be 7, 30, 90 or 400");
        }
        return days;
    }
}
