package io.tidewatch.ingestion;

import java.util.Locale;

/** What was done about a dead letter. */
enum DeadLetterResolution {
    /** Its event was sent again and accepted. */
    REPLAYED(1),
    /** It was decided that its event is not wanted. */
    DISCARDED(2);

    private final int stored;

    DeadLetterResolution(int stored) {
        this.stored = stored;
    }

    /** Its number in the event store. */
    int stored() {
        return stored;
    }

    /** Its name on the wire. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
