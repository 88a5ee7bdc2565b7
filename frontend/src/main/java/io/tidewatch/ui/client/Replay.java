package io.tidewatch.ui.client;

import java.util.List;

/** What became of dead letters that were replayed. */
public record Replay(int replayed, List<Refused> refused, int refusedCount, boolean more) {

    /** A letter whose event was refused again, and why. */
    public record Refused(String id, String code, String field, String detail) {}
}
