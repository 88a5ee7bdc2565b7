package io.tidewatch.profile;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.time.Duration;

/**
 * What predictions are counted by.
 *
 * @param hour its first second since 1970
 */
public record RollupKey(
        OrganizationId organization, ModelId model, long hour, String version, String environment, int retentionDays) {

    private static final long SECONDS = Duration.ofHours(1).toSeconds();

    /** The hour of a time. */
    public static long hour(long epochSecond) {
        return Math.floorDiv(epochSecond, SECONDS) * SECONDS;
    }
}
