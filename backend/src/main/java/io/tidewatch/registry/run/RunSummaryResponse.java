package io.tidewatch.registry.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param versions the versions it measured or that came of it
 */
record RunSummaryResponse(
        UUID id,
        RunKind kind,
        RunStatus status,
        @Nullable String name,
        List<String> versions,
        Instant startedAt,
        Instant endedAt,
        Map<String, String> parameters,
        Map<String, Double> metrics,
        Instant createdAt,
        String createdBy) {

    static RunSummaryResponse from(Run run) {
        return new RunSummaryResponse(
                run.id(),
                run.kind(),
                run.status(),
                run.name(),
                run.versions(),
                run.startedAt(),
                run.endedAt(),
                run.parameters(),
                run.metrics(),
                run.createdAt(),
                run.createdBy());
    }
}
