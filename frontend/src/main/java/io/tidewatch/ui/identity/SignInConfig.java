package io.tidewatch.ui.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Where people can sign in, and for how long. */
@ConfigMapping(prefix = "tidewatch.sign-in")
public interface SignInConfig {

    /** Name of the first provider, that of {@code quarkus.oidc.auth-server-url}, in addresses: {@code /signin/main}. */
    @WithDefault("main")
    String name();

    /** What people read on the first provider's button, where there are several. */
    @WithDefault("Tidewatch account")
    String title();

    /** Further providers by their name in addresses: lower-case letters, digits and hyphens. */
    Map<String, Further> providers();

    /** A session without a click for this long ends. An open page alone does not keep it. */
    @WithDefault("PT8H")
    Duration idle();

    /** A session ends this long after the sign-in, whatever happens in it. */
    @WithDefault("PT24H")
    Duration longest();

    /** A further OIDC provider. */
    interface Further {

        /** Its issuer, from whose address the rest is discovered. */
        String issuer();

        /** What people read on its button. */
        String title();

        /** What it knows this application as. */
        @WithDefault("tidewatch-frontend")
        String clientId();

        /** The secret of that client. */
        String clientSecret();
    }
}
