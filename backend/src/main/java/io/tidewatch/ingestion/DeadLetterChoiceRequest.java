package io.tidewatch.ingestion;

import io.tidewatch.platform.problem.ErrorCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Open dead letters of one model that something is to be done with.
 *
 * @param model key of the model
 * @param ids only these; absent for all that the other fields leave
 * @param reason only with this reason
 * @param kind only of this kind of event
 */
record DeadLetterChoiceRequest(
        @NotBlank String model,

        @Nullable @Size(min = 1, max = 1_000) List<String> ids,
        @Nullable String reason,

        @Nullable @Schema(enumeration = {"prediction", "ground-truth"})
        String kind) {

    /** Letters are kept for 30 days, and a part of a week longer. */
    private static final Duration KEPT = Duration.ofDays(40);

    /** The letters; fails with {@code validation-failed} for an id or a kind that can't be. */
    DeadLetterFilter toFilter(Instant now) {
        List<String> wanted = ids == null ? List.of() : ids;
        for (int i = 0; i < wanted.size(); i++) {
            if (DeadLetterId.parse(wanted.get(i)) == null) {
                throw ErrorCode.VALIDATION_FAILED
                        .problem()
                        .violation("ids[" + i + "]", "invalid-value", "must be the id of a dead letter");
            }
        }
        return new DeadLetterFilter(
                wanted, reason, kind(kind), DeadLetterFilter.OPEN, now.minus(KEPT), now.plus(Duration.ofDays(1)));
    }

    /** The kind of this name; null for none. */
    static @Nullable EventKind kind(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        for (EventKind kind : EventKind.values()) {
            if (kind.key().equals(name)) {
                return kind;
            }
        }
        throw ErrorCode.VALIDATION_FAILED
                .problem()
                .violation("kind", "invalid-value", "must be prediction or ground-truth");
    }
}
