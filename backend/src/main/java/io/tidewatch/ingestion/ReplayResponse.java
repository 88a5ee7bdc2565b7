package io.tidewatch.ingestion;

import io.tidewatch.ingestion.DeadLetterService.Replayed;
import java.util.List;

/**
 * What became of letters that were to be replayed, on the wire.
 *
 * @param replayed letters whose event was accepted
 * @param refused letters whose event was refused again, at most 1,000 of them
 * @param refusedCount how many those are
 * @param more true if there are further letters of the same choice
 */
record ReplayResponse(int replayed, List<RefusedResponse> refused, int refusedCount, boolean more) {

    private static final int MAX_LISTED = 1_000;

    /** A letter whose event was refused again, and why. */
    record RefusedResponse(String id, String code, String field, String detail) {}

    static ReplayResponse from(Replayed result) {
        return new ReplayResponse(
                result.replayed(),
                result.failures().stream()
                        .limit(MAX_LISTED)
                        .map(failure -> new RefusedResponse(
                                failure.id().toString(), failure.code(), failure.field(), failure.detail()))
                        .toList(),
                result.failures().size(),
                result.more());
    }
}
