package io.tidewatch.platform.security;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells tokens of programs (client credentials, no person) from those of people. Providers say it in different ways; all
 * of them are taken from a verified token.
 */
public final class ServiceAccounts {

    /**
     * What the name of a client is preceded by where it stands among groups, so that a mapping can name it. A group that
     * is really called so is ignored: nobody may pass for a client by the name of a group.
     */
    public static final String PREFIX = "client:";

    private ServiceAccounts() {}

    /**
     * The client that a token was issued to without any person; empty for a person's token.
     *
     * @param claims gives a claim as text, or null
     */
    static Optional<String> client(Function<String, @Nullable String> claims) {
        if (claims.apply("sid") != null) {
            // A session: somebody signed in.
            return Optional.empty();
        }
        String client = first(claims, "client_id", "azp", "appid", "cid");
        if (client == null) {
            return Optional.empty();
        }
        String subject = claims.apply("sub");
        boolean alone = client.equals(subject)
                || (client + "@clients").equals(subject)
                || "client-credentials".equals(claims.apply("gty"))
                || "app".equals(claims.apply("idtyp"))
                || (claims.apply("client_id") != null
                        && ("service-account-" + client.toLowerCase(Locale.ROOT))
                                .equals(claims.apply("preferred_username")));
        return alone ? Optional.of(client) : Optional.empty();
    }

    /** The groups that give rights: those of the token, and the client itself for a program. */
    static Set<String> groups(Set<String> ofToken, @Nullable String client) {
        Set<String> groups = new HashSet<>(ofToken);
        groups.removeIf(group -> group.startsWith(PREFIX));
        if (client != null) {
            groups.add(PREFIX + client);
        }
        return groups;
    }

    private static @Nullable String first(Function<String, @Nullable String> claims, String... names) {
        for (String name : names) {
            String value = claims.apply(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
