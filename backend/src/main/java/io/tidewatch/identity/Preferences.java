package io.tidewatch.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person prefers.
 *
 * @param timeZone IANA name, or null for that of the browser
 * @param addresses e-mail addresses for notifications beside that of the sign-in, none of them verified
 * @param revision counts the changes; 0 for a person who has changed nothing
 */
record Preferences(@Nullable String timeZone, Theme theme, List<String> addresses, int revision) {

    /** Those of a person who has changed nothing. */
    static final Preferences DEFAULT = new Preferences(null, Theme.SYSTEM, List.of(), 0);

    Preferences {
        addresses = List.copyOf(addresses);
    }
}
