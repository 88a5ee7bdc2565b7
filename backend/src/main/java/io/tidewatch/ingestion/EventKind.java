package io.tidewatch.ingestion;

import java.util.Locale;

/** What an event is about. */
public enum EventKind {
    /** What a model answered. */
    PREDICTION,
    /** What really happened. */
    GROUND_TRUTH;

    /** The name in the event store and on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
