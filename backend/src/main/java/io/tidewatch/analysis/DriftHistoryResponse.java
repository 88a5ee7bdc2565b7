package io.tidewatch.analysis;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The history of all variables on the wire. */
record DriftHistoryResponse(
        @Schema(description = "ISO 8601 duration of a step") String interval, List<VariableHistory> features) {

    static DriftHistoryResponse from(DriftHistory history) {
        return new DriftHistoryResponse(
                history.interval().text(),
                history.variables().stream()
                        .map(variable -> new VariableHistory(variable.name(), points(variable)))
                        .toList());
    }

    static List<PointResponse> points(DriftHistory.OfVariable variable) {
        return variable.points().stream().map(PointResponse::from).toList();
    }

    /** One variable among others. */
    @Schema(name = "VariableDriftHistory")
    record VariableHistory(String name, List<PointResponse> points) {}

    /** One step that has values. */
    @Schema(name = "DriftHistoryPoint")
    record PointResponse(
            Instant start,
            Instant end,
            @Schema(description = "Values in the step") long n,
            @Schema(description = "Debiased PSI") @Nullable Double effect,

            @Schema(description = "Evidently's PSI; only in the history of a single feature") @Nullable
            Double psi,

            @Schema(description = "p-value of the Kolmogorov-Smirnov test; only in the history of a single feature")
            @Nullable
            Double ks,

            @Schema(description = "not-enough-data also while the step is not over")
            DriftStatus status,

            @Schema(description = "Whether the step is over")
            boolean complete) {

        static PointResponse from(DriftHistory.Point point) {
            return new PointResponse(
                    point.start(),
                    point.end(),
                    point.n(),
                    JsonNumber.orNull(point.effect()),
                    JsonNumber.orNull(point.psi()),
                    JsonNumber.orNull(point.ks()),
                    point.status(),
                    point.isComplete());
        }
    }
}
