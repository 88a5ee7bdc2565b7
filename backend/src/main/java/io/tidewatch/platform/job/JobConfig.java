package io.tidewatch.platform.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How work in the background is found. */
@ConfigMapping(prefix = "tidewatch.job")
public interface JobConfig {

    /** How often the queues are looked through for due jobs. */
    @WithDefault("PT5S")
    Duration pollInterval();

    /** How often a backend says that it is still at the jobs it took; well below the time after which others take over. */
    @WithDefault("PT20S")
    Duration renewInterval();
}
