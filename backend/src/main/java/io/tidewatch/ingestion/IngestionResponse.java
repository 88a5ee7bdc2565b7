package io.tidewatch.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the events of a request. */
record IngestionResponse(
        @Schema(description = "Events that are durable") int accepted,

        @Schema(description = "Events that were known already with the same content; they count once")
        int duplicates,

        @Schema(description = "Events that were not kept, in the order of the request")
        List<RejectedEvent> rejected,

        @Schema(description = "Under this id the model's receipts tell for 24 hours what became of the events")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String receipt,

        @Schema(
                description = "Id by index of the event, null for rejected ones; present if at least one event came"
                        + " without an id")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<@Nullable UUID> predictionIds) {

    static IngestionResponse from(IngestionReceipt receipt) {
        return new IngestionResponse(
                receipt.accepted(),
                receipt.duplicates(),
                receipt.violations().stream()
                        .map(violation -> new RejectedEvent(
                                violation.index(),
                                violation.error().code(),
                                receipt.path(violation),
                                violation.detail(),
                                violation.predictionId()))
                        .toList(),
                receipt.receipt(),
                receipt.predictionIds());
    }

    /** An event that was not kept. */
    record RejectedEvent(
            @Schema(description = "Place in the request, from 0")
            int index,

            @Schema(description = "Which rule, for example wrong-type")
            String code,

            @Schema(description = "Path, for example predictions[3].features.distance")
            String field,

            @Schema(description = "The rule in words") String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String predictionId) {}
}
