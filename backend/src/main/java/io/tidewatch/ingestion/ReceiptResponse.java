package io.tidewatch.ingestion;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the events of an acknowledged request are. */
record ReceiptResponse(
        String receipt,

        @Schema(description = "prediction or ground-truth") String kind,

        Instant acknowledgedAt,

        @Schema(
                description =
                        "pending: on the disk of the backend; settled: in the event store or among the dead letters")
        String state,

        @Schema(description = "Events that the request was acknowledged for")
        int accepted,

        @Schema(description = "Events that wait for the event store")
        int pending,

        @Schema(description = "Events in the event store; of predictions, those that are still there")
        int stored,

        @Schema(description = "Events that the event store refused; they may have been replayed since")
        int deadLettered,

        @Schema(description = "Events that turned out to be repetitions of stored ones, or were erased")
        int dropped) {

    static ReceiptResponse pending(String receipt, ReceiptId id) {
        return new ReceiptResponse(receipt, id.kind().key(), id.at(), "pending", id.accepted(), id.accepted(), 0, 0, 0);
    }

    static ReceiptResponse settled(String receipt, ReceiptId id, long storedRows, long letters) {
        int deadLettered = (int) Math.min(letters, id.accepted());
        int rest = id.accepted() - deadLettered;
        // Rows of ground truth are replaced by later ones, so they can't be counted afterwards.
        int stored = id.kind() == EventKind.PREDICTION ? (int) Math.min(storedRows, rest) : rest;
        return new ReceiptResponse(
                receipt, id.kind().key(), id.at(), "settled", id.accepted(), 0, stored, deadLettered, rest - stored);
    }
}
