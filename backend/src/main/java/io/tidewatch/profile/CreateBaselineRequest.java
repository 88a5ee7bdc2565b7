package io.tidewatch.profile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new baseline from stored predictions. */
record CreateBaselineRequest(
        @Schema(description = "For people; the window if absent") @Nullable @Size(min = 1, max = 200)
        String name,

        @Schema(description = "Only predictions of this version") @Nullable @Size(max = 64)
        String version,

        @Schema(description = "Only predictions of this environment") @Nullable @Size(max = 64)
        String environment,

        @NotNull Instant from,
        @NotNull Instant to) {

    PinBaseline toCommand() {
        return new PinBaseline(name, version, environment, from, to);
    }
}
