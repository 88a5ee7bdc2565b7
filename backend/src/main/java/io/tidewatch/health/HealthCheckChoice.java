package io.tidewatch.health;

import io.tidewatch.health.decision.HealthChecks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The health checks of a model that are in force.
 *
 * @param chosen false if nobody chose, so that the usual ones are in force
 * @param revision 0 until somebody chose for the first time
 * @param changedAt null until then
 * @param changedBy id of the person or key, null until then
 */
public record HealthCheckChoice(
        HealthChecks checks,
        boolean chosen,
        int revision,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {

    /** In force for a model that nobody chose checks for. */
    static final HealthCheckChoice NONE = new HealthCheckChoice(HealthChecks.DEFAULT, false, 0, null, null);
}
