package io.tidewatch.ui.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the backend is and how long a page waits for it. */
@ConfigMapping(prefix = "tidewatch.backend")
public interface BackendConfig {

    /** Address of the backend, without {@code /api/v1}. */
    @WithDefault("http://127.0.0.1:8080")
    URI url();

    /** The same address as programs of customers reach it, shown in the code that people copy. */
    @WithDefault("${tidewatch.backend.url}")
    URI publicUrl();

    /** Longest wait for a connection. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** Longest wait for an answer; a page shows an error with a retry after that. */
    @WithDefault("PT30S")
    Duration requestTimeout();
}
