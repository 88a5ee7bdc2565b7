package io.tidewatch.registry.run;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training or validation run, without its large parts.
 *
 * @param versions names of the versions it measured or that name it as their origin
 * @param parameters sorted by name
 * @param metrics final values, sorted by name
 * @param createdBy who logged it
 */
record Run(
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

    Run {
        versions = List.copyOf(versions);
        // PostgreSQL keeps JSON objects in an order of its own; people look for names.
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }
}
