package io.tidewatch.organization;

import io.tidewatch.platform.problem.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new secret for an API key.
 *
 * @param overlap how long the secret before goes on working: zero to 90 days; absent: one day
 * @param expiresAt from when on the key is refused; absent: as before
 */
record RotateApiKeyRequest(
        @Nullable @Schema(implementation = String.class, format = "duration")
        Duration overlap,

        @Nullable Instant expiresAt) {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    /** The overlap; fails with {@code validation-failed} for one that is too long or negative. */
    Duration toOverlap() {
        if (overlap == null) {
            return USUAL;
        }
        if (overlap.isNegative() || overlap.compareTo(LONGEST) > 0) {
            throw ErrorCode.VALIDATION_FAILED
                    .problem()
                    .violation("overlap", "out-of-range", "must be from PT0S to P90D");
        }
        return overlap;
    }
}
