package io.tidewatch.sdk.internal.spool;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A segment that was written cannot be read back. */
public final class SpoolDamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int lostEvents;

    SpoolDamagedException(int lostEvents, @Nullable Throwable cause) {
        super("a spool segment could not be read back; " + lostEvents + " events are lost", cause);
        this.lostEvents = lostEvents;
    }

    /** How many frames are gone. */
    public int lostEvents() {
        return lostEvents;
    }
}
