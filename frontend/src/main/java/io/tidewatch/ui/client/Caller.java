package io.tidewatch.ui.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a call is made.
 *
 * @param bearer gives the access token at the moment of the call, since it is renewed while pages stay open
 * @param organization key of the organization the person works in; null for what needs none
 */
public record Caller(Supplier<String> bearer, @Nullable String organization) {

    /** The same person in an organization. */
    public Caller in(String key) {
        return new Caller(bearer, key);
    }

    @Override
    public String toString() {
        return "Caller[" + organization + "]";
    }
}
