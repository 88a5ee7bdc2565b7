package io.tidewatch.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a local Keycloak runs.
 *
 * @param port on the loopback interface; 0 for any free one
 * @param log file that takes its output; null for {@code keycloak.log} in its folder
 */
public record KeycloakOptions(int port, @Nullable Path log) {

    /** Any free port, log in its own folder. */
    public static KeycloakOptions defaults() {
        return new KeycloakOptions(0, null);
    }
}
