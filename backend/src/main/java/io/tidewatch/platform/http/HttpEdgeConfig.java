package io.tidewatch.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Limits of every HTTP request, and whom to believe where it came from. */
@ConfigMapping(prefix = "tidewatch.http")
public interface HttpEdgeConfig {

    /** Largest body that is accepted, as sent. */
    @WithDefault("16M")
    MemorySize maxBodySize();

    /**
     * Addresses and ranges (10.0.0.0/8) of the proxies in front, the web UI among them: what they say in X-Forwarded-For is
     * the address that the audit keeps. Empty: the other end of the connection.
     */
    Optional<List<String>> trustedProxies();

    /** Largest file of a baseline that is accepted. */
    @WithDefault("256M")
    MemorySize maxFileSize();
}
