package io.tidewatch.ui.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a session ended that nobody signed out of on this page. */
enum EndReason {
    /** No click for too long. */
    IDLE,
    /** Too long after the sign-in. */
    LONGEST,
    /** Ended elsewhere: at the provider, or by the person from another session. */
    ENDED;

    /** In addresses. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of an address; {@link #ENDED} for anything unknown. */
    static EndReason of(@Nullable String key) {
        for (EndReason reason : values()) {
            if (reason.key().equals(key)) {
                return reason;
            }
        }
        return ENDED;
    }
}
