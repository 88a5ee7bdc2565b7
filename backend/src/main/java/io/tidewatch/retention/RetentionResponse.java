package io.tidewatch.retention;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long events are kept, on the wire.
 *
 * @param days for events that arrive now, counted from when they occurred
 * @param source whose setting it is: {@code model}, {@code organization} or {@code server}
 */
record RetentionResponse(
        int days,

        @Schema(enumeration = {"model", "organization", "server"})
        String source) {

    static RetentionResponse from(Retention retention) {
        return new RetentionResponse(retention.days(), retention.source().name().toLowerCase(Locale.ROOT));
    }
}
