package io.tidewatch.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tidewatch.ingestion.DeadLetterService.Letter;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter on the wire.
 *
 * @param model key of its model
 * @param receivedAt when its event was acknowledged
 * @param payload the event as JSON, at most 64 KiB of it; only where one letter is read
 * @param payloadBytes length of the whole event
 * @param payloadCut true if the payload is longer than what is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterResponse(
        String id,
        String model,

        @Schema(enumeration = {"prediction", "ground-truth"})
        String kind,

        String reason,
        String detail,
        Instant receivedAt,

        @Schema(enumeration = {"open", "replayed", "discarded"})
        String state,

        @Nullable Instant resolvedAt,
        long payloadBytes,
        boolean payloadCut,
        @Nullable String payload) {

    private static final int MAX_SHOWN = 65_536;

    /** Without the payload. */
    static DeadLetterResponse of(Letter letter) {
        return from(letter, null, false);
    }

    /** With the payload, cut to what may be shown. */
    static DeadLetterResponse withPayload(Letter letter) {
        String payload = letter.letter().payload();
        boolean cut = payload.length() > MAX_SHOWN;
        return from(letter, cut ? payload.substring(0, MAX_SHOWN) : payload, cut);
    }

    private static DeadLetterResponse from(Letter letter, @Nullable String payload, boolean cut) {
        StoredDeadLetter stored = letter.letter();
        String resolution = stored.resolution();
        return new DeadLetterResponse(
                stored.id().toString(),
                letter.model(),
                stored.kind(),
                stored.reason(),
                stored.detail(),
                stored.receivedAt(),
                resolution == null ? DeadLetterFilter.OPEN : resolution,
                stored.resolvedAt(),
                stored.payloadBytes(),
                cut,
                payload);
    }
}
