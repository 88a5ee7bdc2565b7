package io.tidewatch.retention;

import io.tidewatch.platform.problem.ErrorCode;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to erase: exactly one of the two.
 *
 * @param entityId everything about this entity
 * @param confirmation everything of the organization, whose key this must be
 */
record CreateErasureRequest(
        @Nullable @Size(min = 1, max = 256) String entityId,

        @Nullable @Size(min = 1, max = 256) @Schema(description = "Key of the organization, to erase all of it")
        String confirmation) {

    void check() {
        if ((entityId == null) == (confirmation == null)) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem("Name an entity, or confirm the erasure of the organization.")
                    .violation("entityId", "invalid-value", "exactly one of entityId and confirmation is required");
        }
    }
}
