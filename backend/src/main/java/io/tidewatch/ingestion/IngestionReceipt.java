package io.tidewatch.ingestion;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of a request.
 *
 * @param batch whether the request was a batch, which decides how fields are named
 * @param listName name of the list in the request
 * @param accepted events kept
 * @param duplicates events that were known already
 * @param violations events that were not kept, by index
 * @param entry number of the log entry that holds the events, 0 if there is none
 * @param receipt under which the sender can ask what became of them, null if there are none
 * @param predictionIds stored id by index, null for events that were not kept; null if every event came with an id
 * @param rates the limits that the request was let in by
 */
record IngestionReceipt(
        boolean batch,
        String listName,
        int accepted,
        int duplicates,
        List<EventViolation> violations,
        long entry,
        @Nullable String receipt,
        @Nullable List<@Nullable UUID> predictionIds,
        RateHeaders rates) {

    /** Events of the request, whatever became of them. */
    int events() {
        return accepted + duplicates + violations.size();
    }

    /** Path of a broken field in the request. */
    String path(EventViolation violation) {
        String event = batch ? listName + "[" + violation.index() + "]" : "";
        if (violation.field().isEmpty()) {
            return event;
        }
        return event.isEmpty() ? violation.field() : event + "." + violation.field();
    }

    /** True if the request had events and none of them was good. */
    boolean isRefused() {
        return accepted + duplicates == 0 && !violations.isEmpty();
    }
}
