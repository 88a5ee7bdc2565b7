package io.tidewatch.ui.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a call is made.
 *
 * @param bearer gives the access token at the moment of the call, since it is renewed while pages stay open
 * @param organization key of the organization the person works in; null for what needs none
 * @param origin gives where the person's requests come from, for the audit
 */
public record Caller(Supplier<String> bearer, @Nullable String organization, Supplier<@Nullable Origin> origin) {

    /** Somebody whose requests come from nowhere in particular. */
    public Caller(Supplier<String> bearer, @Nullable String organization) {
        this(bearer, organization, () -> null);
    }

    /** The same person in an organization. */
    public Caller in(String key) {
        return new Caller(bearer, key, origin);
    }

    @Override
    public String toString() {
        return "Caller[" + organization + "]";
    }
}
