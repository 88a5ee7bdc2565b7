package io.tidewatch.health;

import io.tidewatch.health.HealthCheckSettings.DriftSettings;
import io.tidewatch.health.HealthCheckSettings.GroundTruthSettings;
import io.tidewatch.health.HealthCheckSettings.MissingValuesSettings;
import io.tidewatch.health.HealthCheckSettings.SilenceSettings;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The health checks of a model on the wire. */
record HealthChecksResponse(
        @Schema(description = "False until somebody chooses: the usual checks are in force")
        boolean chosen,

        SilenceSettings silence,
        DriftSettings drift,
        MissingValuesSettings missingValues,
        GroundTruthSettings groundTruth,
        int revision,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {

    static HealthChecksResponse from(HealthCheckChoice choice) {
        HealthCheckSettings settings = HealthCheckSettings.from(choice.checks());
        return new HealthChecksResponse(
                choice.chosen(),
                settings.silence(),
                settings.drift(),
                settings.missingValues(),
                settings.groundTruth(),
                choice.revision(),
                choice.changedAt(),
                choice.changedBy());
    }
}
