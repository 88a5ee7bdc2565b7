package io.tidewatch.analysis;

import io.tidewatch.analysis.DriftHistoryResponse.PointResponse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The history of one variable on the wire. */
record FeatureDriftHistoryResponse(
        String name,
        @Schema(description = "ISO 8601 duration of a step") String interval,
        List<PointResponse> points) {

    static FeatureDriftHistoryResponse from(DriftHistory history, String name) {
        return new FeatureDriftHistoryResponse(
                name,
                history.interval().text(),
                history.variables().stream()
                        .flatMap(variable -> DriftHistoryResponse.points(variable).stream())
                        .toList());
    }
}
