package io.tidewatch.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Who may say who somebody is, and how long what has ended is remembered. */
@ConfigMapping(prefix = "tidewatch.identity")
public interface IdentityConfig {

    /**
     * Further OIDC providers beside the one of `quarkus.oidc.auth-server-url`, each under a name of its own:
     * `.<name>.issuer` is the issuer exactly as its tokens name it and its discovery document gives it,
     * `.<name>.audience` (default `tidewatch-backend`) must be in every access token.
     */
    Map<String, Provider> providers();

    /** One further OIDC provider. */
    interface Provider {

        /** The issuer as its tokens name it; its address, too. */
        String issuer();

        /** What every access token must be meant for. */
        @WithDefault("tidewatch-backend")
        String audience();
    }

    /** Clients of the providers whose logout tokens are obeyed: the web application, as each provider knows it. */
    @WithDefault("tidewatch-frontend")
    Set<String> logoutClients();

    /** Access tokens that live longer are refused: the end of their session would be forgotten before they expire. */
    @WithDefault("PT24H")
    Duration longestTokenLife();

    /** How often a backend looks for sessions that ended through another one. */
    @WithDefault("PT1S")
    Duration endedSessionsInterval();

    /** Ended sessions that a backend keeps in memory; with more, it asks PostgreSQL for each request. */
    @WithDefault("200000")
    @Min(1)
    @Max(10_000_000)
    int endedSessionsKept();
}
