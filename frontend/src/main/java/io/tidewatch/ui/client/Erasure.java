package io.tidewatch.ui.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to erase, and how far it is. */
public record Erasure(
        String id,
        String kind,
        String status,
        String subjectHash,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Instant erasedBefore,
        @Nullable Map<String, Long> rowsBefore,
        @Nullable Map<String, Long> rowsAfter,
        @Nullable Instant verifiedAt,
        @Nullable Instant finishedAt) {

    /** Whether it will still change on its own. */
    public boolean isUnderWay() {
        return status.equals("requested") || status.equals("erasing");
    }
}
