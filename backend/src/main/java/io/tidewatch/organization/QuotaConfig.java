package io.tidewatch.organization;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits of organizations that have none of their own. */
@ConfigMapping(prefix = "tidewatch.quota")
public interface QuotaConfig {

    /** Events per second of one organization in the long run; 0 for no limit. */
    @WithDefault("100000")
    @Min(0)
    long eventsPerSecond();

    /** Events of one organization at once after a pause. */
    @WithDefault("1000000")
    @Min(1)
    long eventBurst();

    /** Bytes per second of one organization in the long run, as sent; 0 for no limit. */
    @WithDefault("67108864")
    @Min(0)
    long bytesPerSecond();

    /** Bytes of one organization at once after a pause, as sent. */
    @WithDefault("268435456")
    @Min(1)
    long byteBurst();

    /** Events of one organization per calendar month in UTC; 0 for no limit. */
    @WithDefault("0")
    @Min(0)
    long eventsPerMonth();

    /** Share of the room for pending events that one organization may fill, above 0 and up to 1. */
    @WithDefault("0.5")
    @DecimalMin(value = "0", inclusive = false)
    @DecimalMax("1")
    double pendingShare();

    /** How long a limit that was read is trusted; a change takes effect after it. */
    @WithDefault("PT5S")
    Duration cacheTime();

    /** How often counts of the month are written down; a crash forgets what came since. */
    @WithDefault("PT10S")
    Duration usageInterval();
}
