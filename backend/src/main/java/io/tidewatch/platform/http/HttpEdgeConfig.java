package io.tidewatch.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of every HTTP request. */
@ConfigMapping(prefix = "tidewatch.http")
public interface HttpEdgeConfig {

    /** Largest body that is accepted, as sent. */
    @WithDefault("16M")
    MemorySize maxBodySize();
}
