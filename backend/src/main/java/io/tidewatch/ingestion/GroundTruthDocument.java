package io.tidewatch.ingestion;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request with ground truth, for the API description only: it is read as a stream, not into this. */
@Schema(name = "GroundTruths", description = "A batch. A single event may also be sent as it is, without the list.")
record GroundTruthDocument(List<EventDocument> groundTruth) {

    /** One outcome. */
    @Schema(name = "GroundTruthEvent")
    record EventDocument(
            @Schema(required = true) String predictionId,

            @Schema(name = "class", description = "Binary and multiclass: the true class") @Nullable
            String truthClass,

            @Schema(description = "Regression: the true value") @Nullable
            Double value,

            @Schema(description = "When it was observed; of several the latest counts; default: now") @Nullable
            Instant observedAt,

            @Schema(
                    description =
                            "True takes back what was said; then neither class nor value. A later observedAt says it anew")
            @Nullable
            Boolean deleted) {}
}
