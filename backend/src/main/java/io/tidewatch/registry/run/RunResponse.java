package io.tidewatch.registry.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run on the wire.
 *
 * @param versions the versions it measured or that came of it
 * @param series values by step
 * @param profile of its data, null if the client sent none
 */
record RunResponse(
        UUID id,
        RunKind kind,
        RunStatus status,
        @Nullable String name,
        List<String> versions,
        Instant startedAt,
        Instant endedAt,
        Map<String, String> parameters,
        Map<String, Double> metrics,
        Map<String, List<SeriesPoint>> series,
        @Nullable DatasetProfile profile,
        Instant createdAt,
        String createdBy) {

    static RunResponse from(RunDetail detail) {
        Run run = detail.run();
        return new RunResponse(
                run.id(),
                run.kind(),
                run.status(),
                run.name(),
                run.versions(),
                run.startedAt(),
                run.endedAt(),
                run.parameters(),
                run.metrics(),
                detail.series(),
                detail.profile(),
                run.createdAt(),
                run.createdBy());
    }
}
