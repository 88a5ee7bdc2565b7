package io.tidewatch.ingestion;

import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.registry.ModelId;
import java.time.Instant;

/**
 * An acknowledged event that could not be stored.
 *
 * @param batchId number of the log entry that it came in
 * @param index its place among the events of that entry
 * @param reason code: {@code conflicting-prediction}, or {@code refused-by-store}
 * @param detail the reason in words
 * @param payload the event as JSON, in the form in which clients send it
 */
record DeadLetter(
        OrganizationId organization,
        ModelId model,
        Instant receivedAt,
        long batchId,
        int index,
        EventKind kind,
        String reason,
        String detail,
        String payload) {

    /** Reason: another event with the same id was stored before. */
    static final String CONFLICT = "conflicting-prediction";

    /** Reason: the event store can't keep it as it is. */
    static final String REFUSED = "refused-by-store";
}
