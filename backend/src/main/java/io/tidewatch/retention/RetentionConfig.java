package io.tidewatch.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How data is removed. */
@ConfigMapping(prefix = "tidewatch.retention")
public interface RetentionConfig {

    /** How long the erasure of a whole organization can be cancelled before it begins. */
    @WithDefault("P7D")
    Duration erasureGrace();

    /** How soon an erasure goes on whose step has failed or whose backend has died; at least twice the time of renewal. */
    @WithDefault("PT2M")
    Duration erasureLease();

    /** How long one change of stored rows may take. */
    @WithDefault("PT1H")
    Duration changeTimeout();
}
